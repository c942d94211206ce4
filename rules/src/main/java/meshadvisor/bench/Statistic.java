package meshadvisor.bench;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/** What is compared of latencies. */
public enum Statistic {
    P50(0.5), P90(0.9), P99(0.99), P99_9(0.999),
    /** Adds up over the hops of a chain, which no quantile does. */
    MEAN(0.5);

    /** Requests of a block that must lie above a quantile: with fewer it is little more than the largest of a few values. */
    static final int TAIL_OF_A_BLOCK = 10;

    /** Requests of all blocks together that must lie above a quantile: 10,000 requests for p99, 100,000 for p99.9. */
    static final int TAIL_OF_A_RUN = 100;

    private static final double NANOS_PER_MICRO = 1_000;

    private final double share;

    Statistic(double share) {
        this.share = share;
    }

    /** The share of requests that are no slower; of the mean, a half. */
    public double share() {
        return share;
    }

    /** How it is called, such as {@code p99.9}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** In microseconds, of a histogram in nanoseconds. */
    double micros(Histogram latencies) {
        return (this == MEAN ? latencies.getMean() : latencies.getValueAtPercentile(100 * share)) / NANOS_PER_MICRO;
    }

    /** How many of so many requests lie above it. */
    double tail(long requests) {
        return requests * (1 - share);
    }
}
