package meshadvisor.bench;

import java.util.List;
import java.util.stream.IntStream;
import meshadvisor.bench.Outcome.Differs;
import meshadvisor.bench.Outcome.Equivalent;
import meshadvisor.bench.Outcome.Inconclusive;
import meshadvisor.bench.Outcome.NoDetectableDifference;
import meshadvisor.bench.Outcome.Weight;
import meshadvisor.measure.Holm;

/** Judges all differences of a report together, so that the chance of any wrong word is limited, and not only that of each. */
final class Judgement {

    static final double CONFIDENCE = 0.95;
    static final double POWER = 0.8;
    private static final double LEVEL = 1 - CONFIDENCE;

    private Judgement() {}

    /**
     * What each says, in the same order.
     *
     * @param family all that is printed
     */
    static List<Outcome> of(List<Trial> family) {
        var p = Holm.adjusted(family.stream().map(trial -> trial.estimate().p()).toList());
        var outside = Holm.adjusted(family.stream().map(trial -> trial.reference().edges().outside()).toList());
        return IntStream.range(0, family.size())
                .mapToObj(i -> judged(family.get(i), effect(family.get(i), p.get(i), outside.get(i), family.size())))
                .toList();
    }

    private static Effect effect(Trial trial, double p, double outside, int family) {
        var estimate = trial.estimate();
        return new Effect(estimate.by(), estimate.error(), estimate.degrees(), estimate.interval(CONFIDENCE),
                estimate.interval(1 - LEVEL / family), trial.check(), p, outside, trial.blocks(), trial.effective(),
                trial.autocorrelation(),
                estimate.detectable(LEVEL / family, POWER), trial.reference().level());
    }

    private static Outcome judged(Trial trial, Effect effect) {
        double marginMicros = trial.reference().marginMicros();
        if (!trial.doubts().isEmpty()) {
            return new Inconclusive(trial.doubts(), List.of(effect));
        }
        if (effect.p() <= LEVEL) {
            return effect.check().contains(0)
                    ? new Inconclusive(List.of("The t interval excludes zero and the bootstrap-t interval does not: the differences of the"
                            + " blocks are too skewed for so few of them."), List.of(effect))
                    : new Differs(effect, trial.floor(), weight(effect, trial.floor()));
        }
        return effect.pOutsideMargin() <= LEVEL ? new Equivalent(effect, marginMicros) : new NoDetectableDifference(effect, marginMicros);
    }

    private static Weight weight(Effect effect, double floor) {
        if (effect.pOutsideMargin() <= LEVEL) {
            return Weight.WITHIN_MARGIN;
        }
        return Math.abs(effect.byMicros()) > floor ? Weight.CLEAR : Weight.WITHIN_NOISE;
    }
}
