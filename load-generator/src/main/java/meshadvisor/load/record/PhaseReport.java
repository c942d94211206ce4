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
 * @param askedPerSecond requests that were asked for; absent in a closed loop
 * @param sentPerSecond requests that were sent
 * @param completedPerSecond good answers
 * @param latency of good answers, from the intended time
 * @param latencyOfIntended the same over all requests that were intended
 * @param latencyOfFailed until the failure, from the intended time
 * @param scheduleError dispatch − intended time
 * @param connectionWait from dispatch to sending: for a free connection
 * @param service of good answers, from the sending
 */
public record PhaseReport(String name, double beginSeconds, double seconds, OptionalDouble askedPerSecond, double sentPerSecond,
        double completedPerSecond, Counts counts, Summary latency, OfIntended latencyOfIntended, Summary latencyOfFailed,
        Summary scheduleError, Summary connectionWait, Summary service) {

    /** When a phase was, and what was asked of it. */
    public record Span(String name, double beginSeconds, double seconds, OptionalDouble askedPerSecond) {

        /** The span of two generators that ran it together. */
        Span with(Span other) {
            double rate = askedPerSecond.orElse(0) + other.askedPerSecond.orElse(0);
            return new Span(name, Math.min(beginSeconds, other.beginSeconds), Math.max(seconds, other.seconds),
                    askedPerSecond.isPresent() ? OptionalDouble.of(rate) : OptionalDouble.empty());
        }
    }

    /** The report of what was recorded. */
    public static PhaseReport of(Span span, Totals totals) {
        return of(span, Counts.of(totals), totals::histogram);
    }

    static PhaseReport of(Span span, Counts counts, Function<Kind, Histogram> histograms) {
        Histogram good = histograms.apply(Kind.LATENCY);
        return new PhaseReport(span.name(), span.beginSeconds(), span.seconds(), span.askedPerSecond(),
                perSecond(counts.sent(), span), perSecond(counts.completed(), span), counts,
                Summary.of(good), OfIntended.of(good, counts.intended()), Summary.of(histograms.apply(Kind.FAILED)),
                Summary.of(histograms.apply(Kind.SCHEDULE)), Summary.of(histograms.apply(Kind.WAIT)),
                Summary.of(histograms.apply(Kind.SERVICE)));
    }

    private static double perSecond(long count, Span span) {
        return span.seconds() > 0 ? count / span.seconds() : 0;
    }

    Span span() {
        return new Span(name, beginSeconds, seconds, askedPerSecond);
    }

    /** Whether results stand on it: everything but the warm-up. */
    boolean measured() {
        return !name.equals(Recorder.WARMUP);
    }
}
