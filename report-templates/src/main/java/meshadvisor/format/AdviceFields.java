package meshadvisor.format;

import java.util.Locale;
import java.util.Map;
import meshadvisor.advice.Advice;
import meshadvisor.advice.Borderline;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.advice.Ranked;
import meshadvisor.advice.Step;
import meshadvisor.advice.Verdict;
import meshadvisor.catalog.AnswerText;
import meshadvisor.report.Report;
import meshadvisor.rule.Truth;

/** The verdict, the answers to the needs and what they rest on, as named fields. */
final class AdviceFields {

    private AdviceFields() {}

    static void verdict(Fields out, Report report) {
        Verdict verdict = report.advice().verdict();
        out.object("verdict", f -> {
            f.text("outcome", verdict.outcome().name());
            f.textOrNull("mesh", verdict.mesh());
            f.text("confidence", verdict.confidence().id());
            f.texts("why", verdict.why());
            f.objects("flips", verdict.flips(), AdviceFields::flip);
            f.objects("namespaces", verdict.namespaces(), AdviceFields::namespace);
        });
    }

    private static void flip(Fields out, Verdict.Flip flip) {
        out.text("fact", flip.fact());
        out.text("to", flip.to());
        out.text("outcome", flip.outcome().name());
        out.textOrNull("mesh", flip.mesh());
        out.text("sentence", flip.sentence());
    }

    private static void namespace(Fields out, Verdict.OfNamespace one) {
        out.text("namespace", one.namespace());
        out.text("outcome", one.outcome().name());
        out.textOrNull("mesh", one.mesh());
    }

    static void need(Fields out, NeedAnswer need, Report.Wording wording) {
        out.text("id", need.need().id());
        out.text("title", need.need().title());
        out.text("stated", truth(need.stated()));
        out.text("observed", truth(need.observed()));
        out.objects("observedAt", need.observedAt(), FindingFields::evidence);
        out.text("answer", need.code().name());
        out.texts("possible", need.possible().stream().sorted().map(Enum::name).toList());
        out.text("because", need.because());
        out.text("caveat", need.caveat());
        out.text("next", next(wording.answers(), need));
        out.text("leaf", need.leaf());
        out.objects("path", need.steps(), AdviceFields::step);
        out.objects("evidence", need.evidence(), FindingFields::evidence);
        out.objects("gaps", need.gaps(), FindingFields::gap);
        need.borderline().ifPresentOrElse(b -> out.object("borderline", f -> borderline(f, b)), () -> out.nothing("borderline"));
    }

    private static String next(Map<String, AnswerText> answers, NeedAnswer need) {
        AnswerText text = answers.get(need.code().name());
        return text == null ? "" : text.next();
    }

    private static void step(Fields out, Step step) {
        out.text("ask", step.question().ask());
        out.text("answer", truth(step.truth()));
    }

    private static void borderline(Fields out, Borderline borderline) {
        out.number("threshold", borderline.threshold());
        out.number("count", borderline.count());
        out.text("other", borderline.other().name());
    }

    static void ranked(Fields out, Ranked ranked) {
        out.text("variant", ranked.variant().id());
        out.text("vendor", ranked.vendor());
        out.number("score", ranked.score());
        out.texts("reasons", ranked.reasons());
        out.texts("excluded", ranked.excluded());
        out.texts("open", ranked.open());
    }

    static void asked(Fields out, Advice.Asked asked) {
        out.text("id", asked.question().id());
        out.text("ask", asked.question().ask());
        out.texts("options", asked.question().options());
        out.flag("alone", asked.alone());
        out.texts("effects", asked.effects());
    }

    static void considered(Fields out, Advice.Considered considered) {
        ranked(out, considered.variant());
        out.texts("gives", considered.gives());
        out.texts("breaks", considered.breaks());
        out.texts("instead", considered.instead());
    }

    private static String truth(Truth truth) {
        return truth.name().toLowerCase(Locale.ROOT);
    }
}
