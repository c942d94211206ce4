package meshadvisor.load.schedule;

/**
 * Whether the beginning of a series is over, seen from the series itself: the marginal standard error rule (MSER: K. P. White Jr., "An
 * effective truncation heuristic for bias reduction in simulation output", Simulation 69(6), 1997, pp. 323–334). Cutting off the first
 * d of n values leaves a mean with a standard error, whose square is estimated by S²(d) / (n − d); the d with the smallest is where the
 * beginning ends. Where that lies in the second half of the series, the rule says nothing yet.
 */
public final class WarmUp {

    /** Values below which the rule is not asked: 5 s of windows of 250 ms. */
    public static final int LEAST = 20;

    private WarmUp() {}

    /**
     * Says whether a series has become steady.
     *
     * @param series medians of latency, one for each window, in order
     * @param length how many of them count
     */
    public static boolean over(double[] series, int length) {
        return length >= LEAST && truncation(series, length) <= length / 2;
    }

    /** How many values at the beginning are to be cut off by the rule. */
    static int truncation(double[] series, int length) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        // From the end, so that each step adds one value; at least five values must be left for a variance to mean something.
        for (int d = length - 1; d >= 0; d--) {
            sum += series[d];
            squares += series[d] * series[d];
            int left = length - d;
            double error = Math.max(0, squares - sum * sum / left) / ((double) left * left);
            if (left >= 5 && error <= least) {
                least = error;
                best = d;
            }
        }
        return best;
    }
}
