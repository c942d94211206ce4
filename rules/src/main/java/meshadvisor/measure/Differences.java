package meshadvisor.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One difference of a pair for each block of an experiment, in the order of the blocks. The order of the pair within a block is drawn
 * anew for each, so that what changes slowly over time is as likely to help as to harm, and differences of two blocks are independent
 * (A. Abedi, T. Brecht, ICPE 2017, doi 10.1145/3030207.3030229).
 *
 * @param values at least 2
 * @param resolution below which values cannot be told apart, 0 or more
 */
public record Differences(List<Double> values, double resolution) {

    /**
     * From the median, in robust standard deviations, where a block is a stall and not noise. Fewer than one run in a hundred with normal
     * or lognormal noise (σ = 0.5) has such a block; a stall of a second in a plateau of half a minute lies at hundreds.
     */
    static final double FAR = 10;

    /** A run whose blocks are independent looks as if they were not so often. */
    private static final double DEPENDENT_BY_CHANCE = 2.326; // the normal quantile of 0.99

    /** Makes the median absolute deviation of normal values their standard deviation. */
    private static final double TO_DEVIATION = 1.4826;

    public Differences {
        values = List.copyOf(values);
        if (values.size() < 2) {
            throw new IllegalArgumentException("A difference with an error needs 2 blocks or more, not " + values.size() + ".");
        }
    }

    /** The mean of the differences with its standard error, the latter wider where blocks depend on each other. */
    public Estimate estimate() {
        double[] each = array();
        double effective = effective();
        return new Estimate(StatUtils.mean(each), Math.sqrt(StatUtils.variance(each) / effective), Math.max(1, effective - 1));
    }

    /**
     * The correlation of each difference with the next, in [−1, 1]; without any, −1 / n is to be expected. (G. E. P. Box, G. M. Jenkins,
     * <i>Time Series Analysis</i>, 1970, ch. 2.)
     */
    public double autocorrelation() {
        double[] each = array();
        double mean = StatUtils.mean(each);
        double together = IntStream.range(1, each.length).mapToDouble(i -> (each[i] - mean) * (each[i - 1] - mean)).sum();
        double all = Arrays.stream(each).map(value -> (value - mean) * (value - mean)).sum();
        return all == 0 ? 0 : together / all;
    }

    /**
     * How many independent blocks say as much: all of them, unless the autocorrelation is larger than chance gives in one run of a
     * hundred (its moments: P. A. P. Moran, <i>Biometrika</i> 35, 1948, pp. 255–260); then n (1 − r) / (1 + r) with r freed of its bias
     * of −1 / n (G. V. Bayley, J. M. Hammersley, <i>J. R. Stat. Soc. Suppl.</i> 8, 1946, pp. 184–197).
     */
    public double effective() {
        double n = values.size();
        double lag1 = autocorrelation();
        double spread = (n - 2) / (n * Math.sqrt(n - 1));
        if (lag1 <= DEPENDENT_BY_CHANCE * spread - 1 / n) {
            return n;
        }
        double unbiased = Math.min(lag1 + 1 / n, 0.99);
        return Math.max(1, n * (1 - unbiased) / (1 + unbiased));
    }

    /**
     * Places, from 0, of blocks that lie far away from the others, all on one side: something hit one of the pair and not the other, and
     * the mean says neither what usually happens nor, with so few of them, what happens on average. None if blocks lie far away on both
     * sides: that is noise, and the interval is wide because of it. Distances are measured as F. R. Hampel, <i>J. Am. Stat. Assoc.</i>
     * 69, 1974, pp. 383–393, proposes. Nothing is removed.
     */
    public List<Integer> stalled() {
        double[] each = array();
        double middle = StatUtils.percentile(each, 50);
        double deviation = TO_DEVIATION * StatUtils.percentile(Arrays.stream(each).map(value -> Math.abs(value - middle)).toArray(), 50);
        double far = FAR * Math.max(deviation, resolution);
        var above = IntStream.range(0, each.length).filter(i -> each[i] - middle > far).boxed().toList();
        var below = IntStream.range(0, each.length).filter(i -> middle - each[i] > far).boxed().toList();
        return above.isEmpty() || below.isEmpty() ? (above.isEmpty() ? below : above) : List.of();
    }

    double[] array() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
