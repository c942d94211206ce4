package meshadvisor.format;

import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.ObjectKey;
import meshadvisor.report.Report;
import meshadvisor.rule.Finding;
import meshadvisor.rule.NotAssessed;
import meshadvisor.rule.Rule.Applies;

/** Findings, gaps and evidence as named fields. */
final class FindingFields {

    private FindingFields() {}

    static void finding(Fields out, Finding finding) {
        out.text("rule", finding.rule());
        out.text("code", finding.code());
        out.text("severity", finding.severity().id());
        out.text("applies", applies(finding.applies()));
        out.object("object", f -> object(f, finding.object()));
        out.object("location", f -> f.place(finding.place()));
        out.text("message", finding.message());
        out.text("confidence", finding.confidence().id());
        out.objects("evidence", finding.because(), FindingFields::evidence);
    }

    private static String applies(Applies applies) {
        return switch (applies) {
            case NOW -> "now";
            case IF_ADOPTED -> "if-adopted";
        };
    }

    static void suppressed(Fields out, Report.Suppressed suppressed) {
        finding(out, suppressed.finding());
        out.text("reason", suppressed.reason());
        out.text("by", suppressed.by());
        out.text("until", suppressed.until());
    }

    static void notAssessed(Fields out, NotAssessed open) {
        out.text("code", open.code());
        out.text("rule", open.rule());
        out.number("subjects", open.subjects());
        out.objects("gaps", open.gaps(), FindingFields::gap);
    }

    static void gap(Fields out, Gap gap) {
        out.text("id", gap.id());
        out.text("what", gap.what());
        out.text("why", gap.why());
        out.text("remedy", gap.remedy());
        out.line(gap.place());
    }

    static void evidence(Fields out, Evidence evidence) {
        out.text("sentence", evidence.sentence());
        out.place(evidence.place());
    }

    static void object(Fields out, ObjectKey key) {
        out.text("kind", key.kind());
        out.text("namespace", key.namespace());
        out.text("name", key.name());
    }
}
