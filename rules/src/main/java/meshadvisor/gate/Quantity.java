package meshadvisor.gate;

import meshadvisor.measure.Interval;

/**
 * A number and where the truth may lie.
 *
 * @param seen the number that was seen or is likeliest; without meaning where nothing is known
 * @param span in which the truth lies as far as anybody knows; infinite ends where there is no bound
 */
public record Quantity(double seen, Interval span) {

    /** Nothing was found. */
    public static final Quantity NOTHING = exactly(0);

    /** Nobody knows. */
    public static final Quantity UNKNOWN = new Quantity(0, new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));

    /** A number that is known. */
    public static Quantity exactly(double value) {
        return new Quantity(value, new Interval(value, value));
    }

    /** Whether there is one number and no other. */
    public boolean exact() {
        return span.low() == span.high();
    }

    /** Whether nothing at all is known. */
    public boolean unknown() {
        return Double.isInfinite(span.low()) && Double.isInfinite(span.high());
    }

    /** The sum of both. */
    Quantity plus(Quantity other) {
        return new Quantity(seen + other.seen, new Interval(span.low() + other.span.low(), span.high() + other.span.high()));
    }

    /** This less the other, where nobody knows how they hang together. */
    Quantity minus(Quantity other) {
        return new Quantity(seen - other.seen, new Interval(span.low() - other.span.high(), span.high() - other.span.low()));
    }

    Quantity times(double factor) {
        double one = product(span.low(), factor);
        double other = product(span.high(), factor);
        return new Quantity(product(seen, factor), new Interval(Math.min(one, other), Math.max(one, other)));
    }

    /** Nothing times no bound is nothing. */
    static double product(double value, double factor) {
        return value == 0 || factor == 0 ? 0 : value * factor;
    }

    /** What of it is more than nothing. */
    Quantity rise() {
        return new Quantity(Math.max(0, seen), new Interval(Math.max(0, span.low()), Math.max(0, span.high())));
    }

    /** It or nothing: what may not be there at all. */
    Quantity perhaps() {
        return new Quantity(0, new Interval(Math.min(0, span.low()), Math.max(0, span.high())));
    }
}
