package meshadvisor.load.record;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Quantiles of latency over all requests that were intended. Those without a good answer (dropped, failed, timed out, unfinished) are
 * censored: their latency counts as +∞. With N intended and n good answers, the quantile q is the value of rank r = ⌈q · N⌉ among the
 * good answers if r ≤ n. Else it is not known, only that it is not below the largest latency of a good answer.
 *
 * @param count N
 * @param censored N − n
 * @param nanos the quantiles that are known
 * @param atLeastNanos bounds of those that are not
 */
public record OfIntended(long count, long censored, Map<Quantile, Long> nanos, Map<Quantile, Long> atLeastNanos) {

    static OfIntended of(Histogram good, long intended) {
        long answered = good.getTotalCount();
        Map<Quantile, Long> nanos = new EnumMap<>(Quantile.class);
        Map<Quantile, Long> atLeast = new EnumMap<>(Quantile.class);
        if (intended > 0) {
            for (Quantile quantile : Quantile.values()) {
                long rank = quantile.rank(intended);
                if (rank <= answered) {
                    nanos.put(quantile, Quantile.at(good, rank));
                } else {
                    atLeast.put(quantile, good.getMaxValue());
                }
            }
        }
        return new OfIntended(intended, Math.max(0, intended - answered), nanos, atLeast);
    }
}
