package meshadvisor.measure;

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

    /** Of the normal distribution with mean 0 and variance 1, for a probability in (0, 1). */
    public static double normal(double probability) {
        return Math.sqrt(2) * Erf.erfInv(2 * probability - 1);
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
