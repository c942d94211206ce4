package meshadvisor.format;

import meshadvisor.catalog.Kebab;
import meshadvisor.catalog.Threshold;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.report.Report;
import meshadvisor.signal.Application;
import meshadvisor.signal.LeftOut;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.Reserved;

/** A report as named fields. The names are a contract: docs/formats/report.schema.json. */
final class ReportFields {

    private static final double MEBIBYTE = 1 << 20;

    private ReportFields() {}

    static void write(Fields out, Report report) {
        out.schema(Report.SCHEMA, Report.SCHEMA_VERSION);
        out.text("asOf", report.scope().asOf());
        out.object("scope", f -> scope(f, report.scope()));
        AdviceFields.verdict(out, report);
        out.objects("needs", report.advice().needs(), (f, need) -> AdviceFields.need(f, need, report.wording()));
        out.object("services", f -> services(f, report.services()));
        out.numbers("workloads", report.workloads());
        out.objects("mesh", report.meshes(), ReportFields::mesh);
        out.objects("findings", report.findings(), FindingFields::finding);
        out.objects("suppressed", report.suppressed(), FindingFields::suppressed);
        out.objects("notAssessed", report.notAssessed(), FindingFields::notAssessed);
        out.objects("gaps", report.gaps(), FindingFields::gap);
        out.objects("ranking", report.advice().ranking(), AdviceFields::ranked);
        out.objects("questions", report.advice().questions(), AdviceFields::asked);
        out.objects("considered", report.advice().considered(), AdviceFields::considered);
        out.object("seen", f -> seen(f, report.seen()));
        report.running().ifPresentOrElse(r -> out.object("running", f -> RunningFields.write(f, r)), () -> out.nothing("running"));
        TrafficFields.write(out, report.traffic());
        MeasuredSection.write(out, report);
        AddedSection.write(out, report);
        CostSection.write(out, report);
        OptionSections.write(out, report);
        ArchitectureSections.write(out, report);
        report.plan().ifPresentOrElse(plan -> out.object("plan", f -> PlanFields.plan(f, plan)), () -> out.nothing("plan"));
        out.objects("thresholds", report.thresholds(), ReportFields::threshold);
        out.object("made", f -> {
            f.textOrNull("version", report.made().version());
            f.textOrNull("failOn", report.made().failOn().map(Kebab::of).orElse(""));
        });
        AdviceText.of(report).fields(out, report.wording().rules());
    }

    private static void scope(Fields out, Report.Scope scope) {
        out.texts("paths", scope.paths());
        out.number("files", scope.files());
        out.number("documents", scope.documents());
        out.number("understood", scope.understood());
        out.number("unrendered", scope.unrendered());
        out.number("unreadable", scope.unreadable());
        out.number("coveragePercent", scope.coveragePercent());
        out.objects("inputs", scope.inputs(), (f, input) -> {
            f.text("file", input.file());
            f.text("sha256", input.sha256());
        });
    }

    private static void services(Fields out, Report.Services services) {
        out.objects("application", services.application(), ReportFields::application);
        out.objects("leftOut", services.leftOut(), ReportFields::leftOut);
        out.number("kubernetes", services.kubernetes());
    }

    private static void application(Fields out, Application application) {
        out.text("namespace", application.namespace());
        out.text("name", application.name());
        out.text("why", application.why());
        out.line(application.place());
        out.texts("services", application.services().stream().map(Service::meta).map(m -> m.name()).distinct().sorted().toList());
        out.objects("workloads", application.workloads().stream().map(Workload::meta).map(m -> m.key()).distinct().sorted().toList(),
                (f, key) -> {
                    f.text("kind", key.kind());
                    f.text("name", key.name());
                });
    }

    private static void leftOut(Fields out, LeftOut leftOut) {
        FindingFields.object(out, leftOut.object());
        out.text("why", leftOut.why());
        out.flag("doubtful", leftOut.doubtful());
        out.line(leftOut.place());
    }

    private static void mesh(Fields out, MeshSeen mesh) {
        out.text("mesh", mesh.marks().mesh());
        out.text("name", mesh.marks().name());
        out.text("mode", mesh.variant());
        out.text("evidence", mesh.standing().id());
        out.textOrNull("version", mesh.versions().stream().map(Text::value).findFirst().orElse(""));
        out.objects("seenAt", mesh.seenAt(), FindingFields::evidence);
    }

    private static void seen(Fields out, Report.Seen seen) {
        out.object("languages", f -> seen.languages().forEach((name, at) -> f.objects(name, at, FindingFields::evidence)));
        out.numbers("protocols", seen.protocols());
        out.object("features", f -> seen.features().forEach((name, uses) -> f.objects(name, uses, ReportFields::feature)));
        out.objects("calls", seen.calls(), (f, call) -> {
            f.text("from", call.from());
            f.text("to", call.to());
            FindingFields.evidence(f, call.evidence());
        });
        out.object("networkPolicyCoverage", f -> {
            f.number("part", seen.policyCoverage().part());
            f.number("whole", seen.policyCoverage().whole());
        });
        out.number("replicas", seen.replicas());
        out.object("team", f -> team(f, seen.team()));
        out.objects("requests", seen.reserved(), ReportFields::reserved);
        out.object("code", f -> CodeSections.write(f, seen.code()));
    }

    private static void reserved(Fields out, Reserved reserved) {
        FindingFields.object(out, reserved.workload());
        out.textOrNull("mesh", reserved.mesh());
        out.object("pods", f -> span(f, reserved.pods(), 1));
        out.object("proxies", f -> span(f, reserved.proxies(), 1));
        out.object("cpuMillicores", f -> span(f, reserved.cpuMillis(), 1));
        out.object("memoryMebibytes", f -> span(f, reserved.memoryBytes(), MEBIBYTE));
        out.textOrNull("open", reserved.open());
    }

    private static void span(Fields out, Reserved.Span span, double unit) {
        out.number("low", span.low() / unit);
        span.high().ifPresentOrElse(high -> out.number("high", high / unit), () -> out.nothing("high"));
    }

    private static void feature(Fields out, Report.Feature feature) {
        out.text("by", feature.by());
        out.text("hop", feature.hop());
        FindingFields.evidence(out, feature.evidence());
    }

    private static void team(Fields out, Report.Team team) {
        if (team.authors() < 0) {
            out.nothing("authors");
        } else {
            out.number("authors", team.authors());
        }
        out.number("codeOwnerFiles", team.codeOwnerFiles());
    }

    private static void threshold(Fields out, Threshold threshold) {
        out.text("id", threshold.id());
        out.number("value", threshold.value());
        out.text("unit", threshold.unit());
        out.text("provenance", threshold.provenance());
        out.text("source", threshold.source());
    }
}
