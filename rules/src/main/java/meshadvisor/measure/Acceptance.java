package meshadvisor.measure;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** How many alarms of a test are too many, by the binomial distribution. */
public final class Acceptance {

    private static final double ROUNDING = 1e-9;

    private Acceptance() {}

    /**
     * The number of false alarms from which on a test is not what it claims to be: if it gave them with the chance that it claims, so
     * many or more would come less often than the level says. For 40 runs at 0.05 and a level of 0.05 it is 5.
     *
     * @param runs 1 or more
     * @param chance of a false alarm in one run, as claimed, in (0, 1)
     * @param level in (0, 1)
     * @return in 1 to runs + 1
     */
    public static int alarmsThatFail(int runs, double chance, double level) {
        var alarms = new BinomialDistribution(null, runs, chance);
        return IntStream.rangeClosed(1, runs).filter(many -> 1 - alarms.cumulativeProbability(many - 1) <= level + ROUNDING).findFirst()
                .orElse(runs + 1);
    }

    /**
     * The number of hits below which a method does not hit as often as it claims, by the same reasoning.
     *
     * @param chance of a hit in one run, as claimed, in (0, 1)
     */
    public static int hitsNeeded(int runs, double chance, double level) {
        return runs - alarmsThatFail(runs, 1 - chance, level) + 1;
    }
}
