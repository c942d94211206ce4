package meshadvisor.load.record;

import java.util.Map;

/** Hears of each second of a run. */
@FunctionalInterface
public interface Intervals {

    /**
     * An interval is over.
     *
     * @param noted by phase, what was noted in it; to be read before this returns
     * @param from seconds since the run began
     * @param to the same; later than {@code from}
     */
    void interval(Map<String, Totals> noted, double from, double to);
}
