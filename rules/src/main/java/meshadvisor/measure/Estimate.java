package meshadvisor.measure;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean that is estimated, and how well. What follows from it supposes that (by − truth) / error has Student's t distribution (Student,
 * <i>The Probable Error of a Mean</i>, Biometrika 6, 1908), which holds for normal values and nearly for others from ten values on.
 *
 * @param by the estimate
 * @param error its standard error, in the same unit, 0 or more
 * @param degrees degrees of freedom, more than 0
 */
public record Estimate(double by, double error, double degrees) {

    /**
     * The interval that holds the truth with a confidence, such as 0.95.
     *
     * @param confidence in (0, 1)
     */
    public Interval interval(double confidence) {
        double half = error == 0 ? 0 : error * quantile((1 + confidence) / 2);
        return new Interval(by - half, by + half);
    }

    /** How often chance alone would give at least this difference from zero, either way, if the truth were zero. */
    public double p() {
        if (error == 0) {
            return by == 0 ? 1 : 0;
        }
        return Math.min(1, 2 * distribution().cumulativeProbability(-Math.abs(by) / error));
    }

    /** How often chance alone would give an estimate so far below zero, or farther, if the truth were zero. */
    public double below() {
        if (error == 0) {
            return by < 0 ? 0 : 1;
        }
        return distribution().cumulativeProbability(by / error);
    }

    /** Moved by something that is known. */
    public Estimate plus(double known) {
        return new Estimate(by + known, error, degrees);
    }

    /** Multiplied by something that is known. */
    public Estimate times(double known) {
        return new Estimate(by * known, error * Math.abs(known), degrees);
    }

    /** With another standard error. */
    public Estimate with(double otherError) {
        return new Estimate(by, otherError, degrees);
    }

    /**
     * The smallest true difference that a test at a level finds with some power: the error times the sum of the two quantiles of t
     * (J. Cohen, <i>Statistical Power Analysis for the Behavioral Sciences</i>, 1988, ch. 2, with t for the normal distribution).
     *
     * @param level of the two-sided test, such as 0.05
     * @param power such as 0.8
     */
    public double detectable(double level, double power) {
        return error == 0 ? 0 : error * (quantile(1 - level / 2) + quantile(power));
    }

    /**
     * The difference of two independent estimates (B. L. Welch, <i>Biometrika</i> 34, 1947, pp. 28–35; degrees of freedom by F. E.
     * Satterthwaite, <i>Biometrics Bull.</i> 2, 1946, pp. 110–114).
     */
    public Estimate minus(Estimate other) {
        double mine = error * error;
        double theirs = other.error * other.error;
        double both = mine + theirs;
        double freedom = both == 0 ? Math.min(degrees, other.degrees)
                : both * both / (mine * mine / degrees + theirs * theirs / other.degrees);
        return new Estimate(by - other.by, Math.sqrt(both), freedom);
    }

    private double quantile(double share) {
        return distribution().inverseCumulativeProbability(share);
    }

    private TDistribution distribution() {
        return new TDistribution(null, degrees);
    }
}
