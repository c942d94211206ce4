package meshadvisor.measure;

import org.apache.commons.math3.special.Erf;

/** Quantiles of two distributions. */
public final class Quantiles {

    private Quantiles() {}

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
