package meshadvisor.format;

import meshadvisor.bench.Effect;
import meshadvisor.bench.Outcome;
import meshadvisor.catalog.Kebab;

/** What a comparison says as named fields: always the same ones. */
final class OutcomeFields {

    private OutcomeFields() {}

    static void write(Fields out, Outcome outcome) {
        out.text("outcome", code(outcome));
        if (outcome instanceof Outcome.Differs differs) {
            out.text("weight", Kebab.of(differs.weight()));
        } else {
            out.nothing("weight");
        }
        out.texts("because", OutcomeWords.reasons(outcome));
        outcome.effect().ifPresentOrElse(effect -> out.object("effect", f -> effect(f, effect)), () -> out.nothing("effect"));
    }

    static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Differs differs -> "differs";
            case Outcome.Equivalent equivalent -> "equivalent";
            case Outcome.NoDetectableDifference none -> "no-detectable-difference";
            case Outcome.Inconclusive inconclusive -> "inconclusive";
            case Outcome.NotComparable not -> "not-comparable";
            case Outcome.NotAsked not -> "not-asked";
        };
    }

    private static void effect(Fields out, Effect effect) {
        out.number("byMicros", effect.byMicros());
        out.number("errorMicros", effect.errorMicros());
        out.number("degrees", effect.degrees());
        BenchFields.interval(out, "simultaneous", effect.simultaneous());
        BenchFields.interval(out, "unadjusted", effect.unadjusted());
        BenchFields.interval(out, "bootstrapT", effect.check());
        out.number("p", effect.p());
        out.number("pOutsideMargin", effect.pOutsideMargin());
        out.number("blocks", effect.blocks());
        out.number("effectiveBlocks", effect.effectiveBlocks());
        out.number("autocorrelation", effect.autocorrelation());
        out.number("smallestDetectableMicros", effect.smallestDetectableMicros());
        out.number("referenceMicros", effect.referenceMicros());
    }
}
