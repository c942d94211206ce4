package meshadvisor.cost;

import meshadvisor.measure.Quantiles;

/**
 * A number that is not known exactly, in the unit of the place where it stands.
 *
 * @param low 5 % of what is thought possible lies below
 * @param likely the middle: half lies below
 * @param high 5 % lies above
 */
public record Range(double low, double likely, double high) {

    public Range {
        if (!Double.isFinite(low) || !Double.isFinite(high) || !(low <= likely && likely <= high)) {
            throw new IllegalArgumentException("a range goes from low over likely to high, not " + low + ", " + likely + ", " + high);
        }
    }

    /** Of what a number was in many experiments: between which nine of ten lie, and the middle. */
    public static Range of(double[] outcomes) {
        double[] any = outcomes.clone();
        return new Range(Quantiles.select(any, 0.05), Quantiles.select(any, 0.5), Quantiles.select(any, 0.95));
    }

    /** End to end: at least as wide as the sum of the two numbers is. */
    public Range plus(Range other) {
        return new Range(low + other.low, likely + other.likely, high + other.high);
    }

    /** As many times as much; not less than none. */
    public Range times(double factor) {
        return new Range(low * factor, likely * factor, high * factor);
    }

    /** A number that is known exactly. */
    public static Range exactly(double value) {
        return new Range(value, value, value);
    }
}
