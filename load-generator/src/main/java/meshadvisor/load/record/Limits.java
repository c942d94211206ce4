package meshadvisor.load.record;

/**
 * Beyond what a run is not valid.
 *
 * @param threadShare CPU time of one thread, of a core, from which on it counts as saturated; above 1 if threads spin, which never tells
 * @param cpuShare own CPU time, of what could be used, from which on the generator counts as saturated if it is late, too
 * @param scheduleErrorNanos the schedule error at the quantile asked for, in nanoseconds: the most that {@link #late} allows
 * @param waitNanos 99th percentile of the wait for a free connection, in nanoseconds
 * @param sentShare requests sent, of those intended, and of the intended rate
 * @param failedShare requests failed, of those intended
 * @param redirectShare answers that point elsewhere, of all
 * @param tail samples that must be above the quantile asked for: 100, so 10,000 for p99 and 100,000 for p99.9. The bound of order
 *     statistics alone is lower: a two-sided 95 % interval of p99 exists from 368 samples on, but is as wide as the tail then
 * @param pauseMillis the longest pause of the collector
 * @param hiccupNanos the hiccups at the quantile asked for: fewer touch fewer requests than it tells of
 * @param granularityNanos the step of the clock
 * @param takenShare steal, and throttling, of the time
 */
public record Limits(double threadShare, double cpuShare, long scheduleErrorNanos, long waitNanos, double sentShare, double failedShare,
        double redirectShare, long tail, long pauseMillis, long hiccupNanos, long granularityNanos, double takenShare) {

    private static final long PARKING_ERROR = 1_000_000;
    private static final long SPINNING_ERROR = 100_000;
    private static final long LEAST_ERROR = 100_000;
    private static final double SPINS = 2;
    private static final long COARSE_ERROR = 2_000_000;

    /** For a generator that sleeps until a request is due: 1 ms of schedule error. */
    public static Limits parking() {
        return new Limits(0.9, 0.95, PARKING_ERROR, 100_000_000, 0.99, 0.01, 0.01, 100, 10, 10_000_000, 1_000, 0.01);
    }

    /** For a generator that spins: 100 µs of schedule error. */
    public static Limits spinning() {
        return parking().with(SPINS, SPINNING_ERROR);
    }

    /** For a generator that wakes each millisecond: 2 ms of schedule error. */
    public static Limits coarse() {
        return parking().with(parking().threadShare, COARSE_ERROR);
    }

    /**
     * How late requests may be dispatched: a tenth of the latency at the same quantile, for that is told with them in it; at least 100 µs,
     * at most what the way of waiting allows.
     */
    public long late(long latencyNanos) {
        return Math.clamp(latencyNanos / 10, LEAST_ERROR, scheduleErrorNanos);
    }

    private Limits with(double share, long nanos) {
        return new Limits(share, cpuShare, nanos, waitNanos, sentShare, failedShare, redirectShare, tail, pauseMillis, hiccupNanos,
                granularityNanos, takenShare);
    }
}
