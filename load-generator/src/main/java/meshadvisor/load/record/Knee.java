package meshadvisor.load.record;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The result of a search for the highest rate at which an objective holds.
 *
 * @param objective in the words of the command line, such as "p99&lt;10ms"
 * @param heldPerSecond the highest rate that held, twice; absent if none did
 * @param brokenPerSecond the lowest rate that broke; absent if none did
 * @param trials in the order in which they were made
 */
public record Knee(String objective, OptionalDouble heldPerSecond, OptionalDouble brokenPerSecond, List<Trial> trials) {

    public Knee {
        trials = List.copyOf(trials);
    }

    /**
     * One rate, tried.
     *
     * @param quantileNanos the objective's quantile over all that was intended; absent if too many had no good answer
     * @param scheduleErrorNanos at p99: whether the generator itself was late
     */
    public record Trial(String phase, double ratePerSecond, boolean held, OptionalLong quantileNanos, long scheduleErrorNanos) {}

    /** The lowest rate that broke while the generator was late itself, so that nobody knows whose limit it is. */
    OptionalDouble brokenByGenerator(long limitNanos) {
        return brokenPerSecond.isEmpty() ? OptionalDouble.empty() : trials.stream()
                .filter(trial -> !trial.held() && trial.ratePerSecond() == brokenPerSecond.getAsDouble())
                .filter(trial -> trial.scheduleErrorNanos() > limitNanos).mapToDouble(Trial::ratePerSecond).findFirst();
    }
}
