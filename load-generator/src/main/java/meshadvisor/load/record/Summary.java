package meshadvisor.load.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * What is told of a distribution of times.
 *
 * @param count of the values
 * @param meanNanos in nanoseconds; absent without values
 * @param nanos quantiles in nanoseconds; empty without values
 */
public record Summary(long count, OptionalDouble meanNanos, Map<Quantile, Long> nanos) {

    static Summary of(Histogram histogram) {
        long count = histogram.getTotalCount();
        Map<Quantile, Long> nanos = new EnumMap<>(Quantile.class);
        if (count > 0) {
            for (Quantile quantile : Quantile.values()) {
                nanos.put(quantile, Quantile.at(histogram, quantile.rank(count)));
            }
        }
        return new Summary(count, count > 0 ? OptionalDouble.of(histogram.getMean()) : OptionalDouble.empty(), nanos);
    }

    /** A quantile in nanoseconds; 0 without values. */
    public long at(Quantile quantile) {
        return nanos.getOrDefault(quantile, 0L);
    }
}
