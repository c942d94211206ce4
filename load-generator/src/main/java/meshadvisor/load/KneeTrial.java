package meshadvisor.load;

import java.util.OptionalLong;
import meshadvisor.load.Load.Objective;
import meshadvisor.load.record.Knee;
import meshadvisor.load.record.PhaseReport;
import meshadvisor.load.record.PhaseReport.Span;
import meshadvisor.load.record.Quantile;

/**
 * What a trial of the search for the knee said.
 *
 * @param span when it was
 * @param phase what was measured
 * @param nanos the quantile asked for over all that was intended; empty if too many had no good answer
 * @param held whether the objective held and the rate was reached
 */
record KneeTrial(Span span, PhaseReport phase, OptionalLong nanos, boolean held) {

    /** A rate of which less is sent is not reached. */
    private static final double REACHED = 0.99;

    static KneeTrial of(Span span, PhaseReport phase, Objective objective) {
        var known = phase.latencyOfIntended().nanos().get(objective.quantile());
        boolean reached = phase.sentShare() >= REACHED;
        return new KneeTrial(span, phase, known == null ? OptionalLong.empty() : OptionalLong.of(known),
                reached && known != null && known < objective.below());
    }

    Knee.Trial told() {
        return new Knee.Trial(span.name(), span.askedPerSecond().orElseThrow(), held, nanos, phase.scheduleError().at(Quantile.P99));
    }
}
