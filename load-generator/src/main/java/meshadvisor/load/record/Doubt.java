package meshadvisor.load.record;

/** A reason not to trust a run. Sealed, so that each has its words in {@link Doubts}. Shares are of 1. */
public sealed interface Doubt {

    /** The generator had no CPU left, and was late. */
    record Saturated(double cpuShare, long scheduleErrorNanos, double limit) implements Doubt {}

    /** At the end of an open loop requests were still waiting to be sent. */
    record Backlog(String phase, long waiting, long intended) implements Doubt {}

    /** Requests were sent late. */
    record Late(String phase, long scheduleErrorNanos, long limitNanos) implements Doubt {}

    /** Fewer were sent than intended. */
    record RateNotReached(String phase, double sentShare, double limit) implements Doubt {}

    /** So many failed that the others are no fair choice of all. */
    record ManyFailures(String phase, double failedShare, double limit) implements Doubt {}

    /** The quantile asked for stands on too few values. */
    record TooFewSamples(String phase, Quantile quantile, long had, long needed) implements Doubt {}

    /** The collector stopped the program. */
    record LongPause(long millis, long limitMillis) implements Doubt {}

    /** The platform kept threads from running. */
    record Hiccup(Quantile quantile, long nanos, long limitNanos) implements Doubt {}

    /** The clock is slow to read, or coarse. */
    record PoorClock(String source, long granularityNanos, long limitNanos) implements Doubt {}

    /** The hypervisor gave time to others. */
    record Stolen(double share, double limit) implements Doubt {}

    /** The control group used up its quota. */
    record Throttled(double share, double limit) implements Doubt {}

    /** The warm-up came to its limit and was not over. */
    record NotWarm(String method) implements Doubt {}

    /** No rate held the objective of the search for the knee. */
    record NoKnee(String objective) implements Doubt {}

    /** The rate at which the objective broke was also too much for the generator. */
    record KneeOfGenerator(double ratePerSecond) implements Doubt {}

    /** Somebody ended the run. */
    record Interrupted() implements Doubt {}
}
