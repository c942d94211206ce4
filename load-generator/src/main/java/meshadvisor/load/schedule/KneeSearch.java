package meshadvisor.load.schedule;

import java.util.OptionalDouble;

/**
 * Finds the highest rate at which an objective holds: doubles until it breaks, bisects, and confirms what it found with a second trial,
 * because one trial may have been lucky. Pure: a trial is given from outside.
 */
public final class KneeSearch {

    /** How close the two rates are in the end, the one that holds and the one that does not. */
    static final double PRECISION = 1.05;
    private static final double STEP_DOWN = 1.1;
    private static final int MOST_TRIALS = 40;

    private final Trial trial;
    private final double most;
    private int trials;

    private KneeSearch(Trial trial, double most) {
        this.trial = trial;
        this.most = most;
    }

    /** Tries a rate. */
    public interface Trial {
        boolean holds(double rate);
    }

    /**
     * What was found.
     *
     * @param held the highest rate that held twice; empty if none did
     * @param broken the lowest rate that broke; empty if the highest that may be tried held
     */
    public record Found(OptionalDouble held, OptionalDouble broken, int trials) {}

    /**
     * Searches.
     *
     * @param from the first rate that is tried, above 0
     * @param most the highest rate that may be tried
     */
    public static Found search(double from, double most, Trial trial) {
        return new KneeSearch(trial, most).search(from);
    }

    private Found search(double from) {
        double held = 0;
        double broken = Double.POSITIVE_INFINITY;
        for (double rate = Math.min(from, most); broken == Double.POSITIVE_INFINITY && held < most; rate = Math.min(2 * rate, most)) {
            if (holds(rate)) {
                held = rate;
            } else {
                broken = rate;
            }
        }
        // Nothing held yet: the first rate was too high.
        for (double rate = from / 2; held == 0 && rate >= 1 && left(); rate /= 2) {
            if (holds(rate)) {
                held = rate;
            } else {
                broken = rate;
            }
        }
        while (held > 0 && broken / held > PRECISION && Double.isFinite(broken) && left()) {
            double rate = Math.sqrt(held * broken);
            if (holds(rate)) {
                held = rate;
            } else {
                broken = rate;
            }
        }
        // It held once so far; a lower rate has not been tried yet.
        for (int needed = 1; held > 0 && !holds(held, needed); needed = 2) {
            broken = held;
            held = left() ? held / STEP_DOWN : 0;
        }
        return new Found(held > 0 ? OptionalDouble.of(held) : OptionalDouble.empty(),
                Double.isFinite(broken) ? OptionalDouble.of(broken) : OptionalDouble.empty(), trials);
    }

    private boolean left() {
        return trials < MOST_TRIALS;
    }

    private boolean holds(double rate, int times) {
        for (int i = 0; i < times; i++) {
            if (!holds(rate)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(double rate) {
        trials++;
        return trial.holds(rate);
    }
}
