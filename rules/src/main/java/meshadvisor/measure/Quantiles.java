package meshadvisor.measure;

import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/** Quantiles of values and of two distributions. */
public final class Quantiles {

    private Quantiles() {}

    /**
     * Of values in ascending order, at least one; between two of them in proportion (R. J. Hyndman, Y. Fan, <i>Am. Stat.</i> 50, 1996, pp.
     * 361–365, type 7).
     *
     * @param share in [0, 1]
     */
    public static double of(double[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }

    /**
     * The same of values in any order, without sorting all of them (C. A. R. Hoare, <i>Commun. ACM</i> 4, 1961, p. 321, FIND).
     *
     * @param values at least one; they change their order, and what is at or below the quantile comes first
     * @param share in [0, 1]
     */
    public static double select(double[] values, double share) {
        double place = share * (values.length - 1);
        int below = (int) place;
        part(values, below);
        double above = below + 1 < values.length ? values[below + 1] : values[below];
        for (int i = below + 2; i < values.length; i++) {
            above = Math.min(above, values[i]);
        }
        return values[below] + (place - below) * (above - values[below]);
    }

    /** Puts the value at its place that sorting would put there, no larger ones before it and no smaller ones behind it. */
    private static void part(double[] values, int place) {
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            double middle = values[(from + to) >>> 1];
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < middle) {
                    low++;
                }
                while (middle < values[high]) {
                    high--;
                }
                if (low <= high) {
                    double kept = values[low];
                    values[low++] = values[high];
                    values[high--] = kept;
                }
            }
            from = place >= low ? low : from;
            to = place <= high ? high : to;
            if (high < place && place < low) {
                return;
            }
        }
    }

    /** Of the normal distribution with mean 0 and variance 1, for a probability in (0, 1). */
    public static double normal(double probability) {
        return Math.sqrt(2) * Erf.erfInv(2 * probability - 1);
    }

    /** Of the normal distribution with mean 0 and variance 1, the middles of so many equally likely parts of it, in ascending order. */
    public static double[] normals(int parts) {
        return IntStream.range(0, parts).mapToDouble(i -> normal((i + 0.5) / parts)).toArray();
    }

    /**
     * Of Student's t distribution, by the expansion in Abramowitz and Stegun (1964), 26.7.5; from 10 degrees of freedom on the error is below
     * 0.1 % for probabilities between 0.001 and 0.999.
     *
     * @param degrees of freedom, at least 10
     */
    public static double student(double probability, double degrees) {
        if (degrees < 10) {
            throw new IllegalArgumentException("the expansion wants at least 10 degrees of freedom, not " + degrees);
        }
        double x = normal(probability);
        double x3 = x * x * x;
        double x5 = x3 * x * x;
        double x7 = x5 * x * x;
        return x + (x3 + x) / (4 * degrees) + (5 * x5 + 16 * x3 + 3 * x) / (96 * degrees * degrees)
                + (3 * x7 + 19 * x5 + 17 * x3 - 15 * x) / (384 * degrees * degrees * degrees);
    }
}
