package meshadvisor.cost.overhead;

import java.util.List;
import meshadvisor.cost.Range;
import meshadvisor.measure.Quantiles;

/**
 * What the next measurement of a thing will give after some have been made in the same environment: by a factor it differs from the geometric
 * mean of those as Student's t distribution says (normal likelihood of the logarithms, flat mean, scaled inverse chi-squared variance;
 * Gelman et al., Bayesian Data Analysis, 3rd edition, sections 3.2 and 3.3).
 *
 * @param middle geometric mean of what was measured
 * @param spread scale of the t distribution of the logarithm
 * @param degrees of freedom
 */
record Fit(double middle, double spread, double degrees) {

    /**
     * By how much two runs of one cell differ before any were seen here, as the standard deviation of the logarithm: the five runs of a cell
     * span up to 20 % in the published raw data of great-sidecar-debate, and the range of five divided by 2.326 estimates the deviation.
     */
    static final double USUAL_SPREAD = 0.20 / 2.326;

    /** How many measurements that prior is worth. It must be 10 at least for the quantiles to be exact enough. */
    static final double WORTH = 10;

    /** Of positive numbers, at least one. */
    static Fit of(List<Double> measured) {
        int count = measured.size();
        double mean = measured.stream().mapToDouble(Math::log).average().orElseThrow();
        double squares = measured.stream().mapToDouble(v -> (Math.log(v) - mean) * (Math.log(v) - mean)).sum();
        double degrees = WORTH + count - 1;
        double variance = (WORTH * USUAL_SPREAD * USUAL_SPREAD + squares) / degrees;
        return new Fit(Math.exp(mean), Math.sqrt(variance * (1 + 1.0 / count)), degrees);
    }

    /** The same where what was measured is itself less sure, by a standard error of its logarithm. */
    Fit less(double error) {
        return new Fit(middle, Math.sqrt(spread * spread + error * error), degrees);
    }

    /** The value below which it lies with that probability. */
    double at(double probability) {
        return middle * Math.exp(spread * Quantiles.student(probability, degrees));
    }

    Range range() {
        return new Range(at(0.05), middle, at(0.95));
    }
}
