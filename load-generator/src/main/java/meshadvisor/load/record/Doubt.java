package meshadvisor.load.record;

import java.util.Optional;

/** A reason not to trust a run. Sealed, so that each has its words in {@link Doubts}. Shares are of 1. */
public sealed interface Doubt {

    /** The generator had no CPU left, and was late; or, if not late, one of its threads had none left. */
    record Saturated(double share, double limit, Optional<Late> late) implements Doubt {}

    /** Requests queued in the generator, so that the target never saw what was asked for. */
    record Backlog(String phase, long waitNanos, long limitNanos) implements Doubt {}

    /** Requests were dispatched late. */
    record Late(String phase, Quantile quantile, long scheduleErrorNanos, long limitNanos) implements Doubt {}

    /** Fewer were sent than intended, or at a lower rate. */
    record RateNotReached(String phase, double sentShare, double limit) implements Doubt {}

    /** So many failed that the others are no fair choice of all. */
    record ManyFailures(String phase, double failedShare, double limit) implements Doubt {}

    /** Many answers point elsewhere, so the latency is not that of what was asked for. */
    record Redirects(String phase, double share, double limit) implements Doubt {}

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
