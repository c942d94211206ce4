package meshadvisor.gate;

import meshadvisor.measure.Interval;

/** Shares of numbers that are not known exactly. */
final class Shares {

    private static final double PERCENT = 100;

    private Shares() {}

    /**
     * A part in per cent of a whole, over all that both may be.
     *
     * @param whole above 0
     */
    static Quantity percent(Quantity part, Quantity whole) {
        double low = part.span().low() / (part.span().low() < 0 ? whole.span().low() : whole.span().high());
        double high = part.span().high() / (part.span().high() < 0 ? whole.span().high() : whole.span().low());
        return new Quantity(PERCENT * part.seen() / whole.seen(),
                new Interval(Double.isNaN(low) ? 0 : PERCENT * low, Double.isNaN(high) ? Double.POSITIVE_INFINITY : PERCENT * high));
    }
}
