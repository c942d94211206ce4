package meshadvisor.format;

import java.util.List;
import java.util.Map;
import meshadvisor.bench.BenchReport;
import meshadvisor.bench.BenchReport.Bill;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Situation;
import meshadvisor.bench.BenchReport.Traffic;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.Load;
import meshadvisor.bench.Margin;
import meshadvisor.bench.NextRun;
import meshadvisor.bench.Order;
import meshadvisor.catalog.Kebab;
import meshadvisor.measure.Interval;

/** A benchmark as named fields. The names are a contract: docs/formats/bench-report.schema.json. */
final class BenchFields {

    /** Larger than any latency, in microseconds: three centuries. */
    private static final double UNBOUNDED = 1e16;

    static final String SCHEMA = "meshadvisor/bench-report";
    static final String SCHEMA_VERSION = "1.1";

    private BenchFields() {}

    static void write(Fields out, BenchRun run, BenchReport report) {
        out.schema(SCHEMA, SCHEMA_VERSION);
        out.text("run", report.run());
        out.text("startedAt", report.startedAt());
        out.text("end", Kebab.of(report.end()));
        out.texts("looks", report.looks());
        out.texts("warnings", report.warnings());
        out.texts("next", NextRun.of(run, report));
        out.object("environment", f -> environment(f, run));
        out.object("design", f -> design(f, report.design()));
        BenchWords words = new BenchWords(run);
        out.objects("variants", report.subjects(), (f, subject) -> {
            f.text("variant", subject.variant());
            f.text("label", words.variant(subject.variant()));
            f.text("name", subject.name());
            f.text("rank", Kebab.of(subject.rank()));
            f.textOrNull("version", subject.version());
            f.texts("labels", subject.labels());
        });
        out.texts("notRun", run.plan().notRun());
        out.number("family", report.family());
        out.objects("situations", report.situations(), (f, situation) -> situation(f, situation, words));
        out.objects("bills", report.bills(), BenchFields::bill);
        out.objects("idleTax", report.idleTax(), BenchFields::idleTax);
        out.object("cells", f -> {
            f.number("all", run.cells().size());
            f.objects("invalid", report.invalid(), BenchFields::invalid);
        });
        out.objects("gaps", report.gaps(), FindingFields::gap);
    }

    private static void environment(Fields out, BenchRun run) {
        out.text("context", run.scene().context());
        out.objects("fingerprint", List.copyOf(run.scene().fingerprint().entrySet()), BenchFields::entry);
        out.objects("nodes", run.scene().nodes(), (f, node) -> {
            f.text("name", node.name());
            f.textOrNull("zone", node.zone());
            f.number("cpuMillis", node.cpu());
            f.number("memoryMebibytes", node.memoryMebibytes());
            f.textOrNull("kernel", node.kernel());
            f.textOrNull("shape", node.shape());
        });
        out.objects("target", run.plan().order().target(), (f, target) -> {
            f.text("namespace", target.namespace());
            f.text("service", target.service());
            f.text("method", target.method().name());
            f.text("url", target.url());
        });
        Order.Pods pods = run.plan().order().pods();
        out.text("placement", Kebab.of(pods.placement()));
        out.text("style", Kebab.of(pods.style()));
        out.text("image", pods.image());
        out.number("podCpuMillis", pods.cpu());
        out.number("podCpuLimitMillis", pods.cpuLimit());
        out.number("generators", pods.generators());
        out.number("servers", pods.servers());
    }

    static void entry(Fields out, Map.Entry<String, String> entry) {
        out.text("name", entry.getKey());
        out.text("value", entry.getValue());
    }

    private static void design(Fields out, Order.Design design) {
        out.number("seed", design.seed());
        out.number("precision", design.precision());
        out.object("margin", f -> {
            switch (design.margin()) {
                case Margin.Share(double share) -> f.number("share", share);
                case Margin.Fixed(double micros) -> f.number("micros", micros);
            }
        });
        out.number("warmUpSeconds", design.warmUpSeconds());
        out.number("plateauSeconds", design.plateauSeconds());
        out.number("session", design.session());
    }

    private static void situation(Fields out, Situation situation, BenchWords words) {
        setting(out, situation.load(), situation.scenarios());
        out.objects("traffic", situation.traffic(), BenchFields::traffic);
        out.objects("points", situation.points(), (f, point) -> {
            f.text("variant", point.variant());
            f.text("statistic", point.statistic().label());
            f.number("blocksMicros", point.blocksMicros());
            f.number("mergedMicros", point.mergedMicros());
            f.number("lowestMicros", point.lowestMicros());
            f.number("highestMicros", point.highestMicros());
            f.number("blocks", point.blocks());
            f.number("requests", point.requests());
        });
        out.objects("noise", situation.floors(), (f, floor) -> {
            f.text("statistic", floor.statistic().label());
            f.number("floorMicros", floor.micros());
            OutcomeFields.write(f, floor.outcome());
        });
        out.objects("comparisons", situation.comparisons(), (f, comparison) -> comparison(f, comparison, words));
        out.texts("alarms", situation.alarms().stream().map(each -> each.label()).toList());
        out.objects("perHop", situation.perHop(), (f, hop) -> {
            f.text("variant", hop.variant());
            f.number("byMicros", hop.byMicros());
            interval(f, "unadjusted", hop.unadjusted());
        });
        out.objects("rankings", situation.rankings(), (f, ranking) -> {
            f.text("rank", Kebab.of(ranking.rank()));
            f.text("statistic", ranking.statistic().label());
            f.objects("places", ranking.places(), (g, place) -> {
                g.number("place", place.place());
                g.texts("variants", place.variants());
            });
            f.texts("unranked", ranking.unranked());
        });
        out.objects("aftermath", situation.aftermath(), (f, aftermath) -> {
            f.text("variant", aftermath.variant());
            f.text("label", words.variant(aftermath.variant()));
            f.text("measure", Kebab.of(aftermath.measure()));
            f.text("unit", AftermathSections.unit(aftermath.measure()));
            f.objects("own", aftermath.own(), BenchFields::over);
            f.number("neverWithinPlateau", aftermath.never());
            f.objects("moreThanBaseline", aftermath.more(), BenchFields::over);
        });
    }

    private static void over(Fields out, BenchReport.Over over) {
        out.number("mean", over.mean());
        out.objects("unadjusted", over.unadjusted(), (f, interval) -> {
            f.number("low", interval.low());
            f.number("high", interval.high());
        });
        out.number("blocks", over.blocks());
    }

    static void setting(Fields out, Load load, List<Order.Scenario> scenarios) {
        out.object("load", f -> {
            f.text("shape", Kebab.of(load.shape()));
            f.text("protocol", Kebab.of(load.protocol()));
            f.text("connectionsAre", Kebab.of(load.reuse()));
            f.number("perSecond", load.perSecond());
            f.number("connections", load.connections());
            f.number("payloadBytes", load.payloadBytes());
        });
        out.texts("scenarios", scenarios.stream().map(Kebab::of).toList());
    }

    private static void comparison(Fields out, Comparison comparison, BenchWords words) {
        out.text("variant", comparison.variant());
        out.text("label", words.variant(comparison.variant()));
        out.text("against", comparison.against());
        out.text("statistic", comparison.statistic().label());
        OutcomeFields.write(out, comparison.outcome());
        out.texts("leftOut", comparison.leftOut());
    }

    private static void traffic(Fields out, Traffic traffic) {
        out.text("variant", traffic.variant());
        out.number("validCells", traffic.validCells());
        out.number("invalidCells", traffic.invalidCells());
        out.number("sent", traffic.sent());
        out.number("failed", traffic.failed());
        out.number("dropped", traffic.dropped());
        out.objects("seen", List.copyOf(traffic.seen().entrySet()), (f, entry) -> {
            f.text("what", entry.getKey());
            f.objects("blocks", entry.getValue(), (g, seen) -> {
                g.number("session", seen.session());
                g.number("block", seen.block());
                g.text("value", seen.value());
            });
        });
    }

    private static void bill(Fields out, Bill bill) {
        out.text("variant", bill.variant());
        setting(out, bill.load(), bill.scenarios());
        out.objects("cpu", bill.cpu(), (f, cpu) -> {
            f.text("payer", Kebab.of(cpu.payer()));
            f.number("secondsPer1000", cpu.secondsPer1000());
            interval(f, "unadjusted", cpu.unadjusted());
            f.number("blocks", cpu.blocks());
        });
        out.objects("memory", bill.memory(), (f, memory) -> {
            f.text("payer", Kebab.of(memory.payer()));
            f.flag("underLoad", memory.underLoad());
            f.number("mebibytes", memory.mebibytes());
            f.number("containers", memory.containers());
        });
    }

    private static void idleTax(Fields out, BenchReport.IdleTax tax) {
        setting(out, tax.load(), List.of());
        out.text("statistic", tax.statistic().label());
        out.number("sessionWithout", tax.without());
        out.number("sessionWith", tax.with());
        out.texts("installed", tax.installed());
        out.number("byMicros", tax.byMicros());
        interval(out, "unadjusted", tax.unadjusted());
        out.number("floorMicros", tax.floorMicros());
        out.flag("aboveFloor", tax.aboveFloor());
    }

    private static void invalid(Fields out, BenchReport.Invalid cell) {
        out.number("session", cell.session());
        out.number("block", cell.block());
        out.text("variant", cell.variant());
        setting(out, cell.load(), cell.scenarios());
        out.texts("because", cell.because());
    }

    static void interval(Fields out, String name, Interval interval) {
        out.object(name, f -> {
            bound(f, "low", interval.low());
            bound(f, "high", interval.high());
        });
    }

    /** With very few blocks a bootstrap draws the same one again and again, and has no bound. */
    private static void bound(Fields out, String name, double bound) {
        if (Math.abs(bound) < UNBOUNDED) {
            out.number(name, bound);
        } else {
            out.nothing(name);
        }
    }
}
