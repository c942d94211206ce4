package meshadvisor.load.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** The quantiles that are told of every distribution. */
public enum Quantile {
    P50(5_000), P75(7_500), P90(9_000), P95(9_500), P99(9_900), P99_9(9_990), P99_99(9_999), MAX(10_000);

    /** Ten-thousandths: ranks are then exact, which they are not with a binary fraction. */
    private static final long WHOLE = 10_000;

    private final long share;

    Quantile(long share) {
        this.share = share;
    }

    /** The quantile of a name such as "p99.9", or none. */
    public static Optional<Quantile> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** "p99.9" and the like. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The share of values that are not above it. */
    public double share() {
        return share / (double) WHOLE;
    }

    /** Which value of {@code count} in ascending order it is: ⌈share · count⌉, at least 1. */
    long rank(long count) {
        return Math.max(1, (count * share + WHOLE - 1) / WHOLE);
    }

    /** How many values are needed that at least {@code tail} are above it; for the largest, one. */
    long needed(long tail) {
        return this == MAX ? 1 : (tail * WHOLE + WHOLE - share - 1) / (WHOLE - share);
    }

    /** The value of a rank: the upper end of its bucket, so at most 0.1 % above the true one. The rank is not above the count. */
    static long at(Histogram histogram, long rank) {
        for (HistogramIterationValue value : histogram.recordedValues()) {
            if (value.getTotalCountToThisValue() >= rank) {
                return Math.min(histogram.highestEquivalentValue(value.getValueIteratedTo()), histogram.getMaxValue());
            }
        }
        throw new IllegalArgumentException("rank " + rank + " of " + histogram.getTotalCount());
    }
}
