package meshadvisor.load.record;

import java.util.OptionalDouble;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/**
 * What a phase measured.
 *
 * @param name "warmup", "measured", "step-2"
 * @param beginSeconds when it began, since the run did
 * @param seconds how long requests were intended in it
 * @param drainSeconds how long after that the last of them ended
 * @param askedPerSecond requests that were asked for; absent in a closed loop
 * @param sentPerSecond requests that were sent, over the time that sending took: {@code seconds}, and of {@code drainSeconds} what
 *     the p99 of schedule error and connection wait together explain
 * @param completedPerSecond good answers, over {@code seconds}, and of {@code drainSeconds} what the p99 of the latency explains: a
 *     backlog that is worked off afterwards makes a rate lower, a single straggler does not
 * @param latency of good answers, from the intended time
 * @param latencyOfIntended the same over all requests that were intended
 * @param latencyOfFailed until the failure, from the intended time
 * @param scheduleError dispatch − intended time
 * @param connectionWait from dispatch to sending: for a free connection
 * @param service of good answers, from the sending
 */
public record PhaseReport(String name, double beginSeconds, double seconds, double drainSeconds, OptionalDouble askedPerSecond,
        double sentPerSecond, double completedPerSecond, Counts counts, Summary latency, OfIntended latencyOfIntended,
        Summary latencyOfFailed,
        Summary scheduleError, Summary connectionWait, Summary service) {

    private static final double SECOND = 1e9;

    /**
     * When a phase was, and what was asked of it.
     *
     * @param drainSeconds how long after its end the last of its requests ended
     */
    public record Span(String name, double beginSeconds, double seconds, double drainSeconds, OptionalDouble askedPerSecond) {

        /** A span whose last request ended in time, as far as is known. */
        public Span(String name, double beginSeconds, double seconds, OptionalDouble askedPerSecond) {
            this(name, beginSeconds, seconds, 0, askedPerSecond);
        }

        /** The same, if the last request ended so long after the begin. */
        Span ended(double sinceBegin) {
            return new Span(name, beginSeconds, seconds, Math.max(drainSeconds, sinceBegin - seconds), askedPerSecond);
        }

        /** The span of two generators that ran it together. */
        Span with(Span other) {
            double rate = askedPerSecond.orElse(0) + other.askedPerSecond.orElse(0);
            return new Span(name, Math.min(beginSeconds, other.beginSeconds), Math.max(seconds, other.seconds),
                    Math.max(drainSeconds, other.drainSeconds),
                    askedPerSecond.isPresent() ? OptionalDouble.of(rate) : OptionalDouble.empty());
        }
    }

    /** The report of what was recorded. */
    public static PhaseReport of(Span span, Totals totals) {
        return of(span.ended(totals.lastNanos() / SECOND), Counts.of(totals), totals::histogram);
    }

    static PhaseReport of(Span span, Counts counts, Function<Kind, Histogram> histograms) {
        Histogram good = histograms.apply(Kind.LATENCY);
        Summary latency = Summary.of(good);
        Summary schedule = Summary.of(histograms.apply(Kind.SCHEDULE));
        Summary wait = Summary.of(histograms.apply(Kind.WAIT));
        return new PhaseReport(span.name(), span.beginSeconds(), span.seconds(), span.drainSeconds(), span.askedPerSecond(),
                perSecond(counts.sent(), span, schedule.at(Quantile.P99) + wait.at(Quantile.P99)),
                perSecond(counts.completed(), span, latency.at(Quantile.P99)), counts,
                latency, OfIntended.of(good, counts.intended()), Summary.of(histograms.apply(Kind.FAILED)), schedule, wait,
                Summary.of(histograms.apply(Kind.SERVICE)));
    }

    private static double perSecond(long count, Span span, long lateNanos) {
        return span.seconds() > 0 ? count / (span.seconds() + Math.min(span.drainSeconds(), lateNanos / SECOND)) : 0;
    }

    /**
     * The share of the intended requests that were sent at the intended rate: those that were not sent are missing, and those that were
     * sent after the end stretch the time. So much of that as one answer takes is forgiven, for a short run has ends, too.
     */
    public double sentShare() {
        double late = (scheduleError.at(Quantile.P99) + connectionWait.at(Quantile.P99) - service.at(Quantile.P99)) / SECOND;
        double stretched = seconds > 0 ? seconds / (seconds + Math.clamp(late, 0, drainSeconds)) : 1;
        return counts.intended() > 0 ? stretched * counts.sent() / counts.intended() : 1;
    }

    Span span() {
        return new Span(name, beginSeconds, seconds, drainSeconds, askedPerSecond);
    }

    /** Whether results stand on it: everything but the warm-up. */
    boolean measured() {
        return !name.equals(Recorder.WARMUP);
    }
}
