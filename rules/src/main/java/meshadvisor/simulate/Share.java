package meshadvisor.simulate;

import meshadvisor.measure.Interval;
import meshadvisor.measure.Signs;

/** Some of all runs: what share of the space of what is not known they stand for. */
public record Share(int some, int all) {

    /** The normal quantile of 97.5 %. */
    static final double NORMAL = 1.959963984540054;

    public Share {
        if (some < 0 || some > all || all < 1) {
            throw new IllegalArgumentException(some + " of " + all + " is no share");
        }
    }

    /** In [0, 1]. */
    public double value() {
        return (double) some / all;
    }

    /** Holds the true share with 95 % (E. B. Wilson, <i>J. Am. Stat. Assoc.</i> 22, 1927, pp. 209–212). */
    public Interval interval() {
        return interval(NORMAL);
    }

    /** Likewise with another quantile of the normal distribution. */
    Interval interval(double z) {
        double n = all;
        double middle = (value() + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(value() * (1 - value()) / n + z * z / (4 * n * n));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** The interval of the difference to an independent share (R. G. Newcombe, <i>Stat. Med.</i> 17, 1998, pp. 873–890, method 10). */
    Interval minus(Share other, double z) {
        return difference(other, z, 0);
    }

    private Interval difference(Share other, double z, double correlation) {
        Interval mine = interval(z);
        Interval theirs = other.interval(z);
        double by = value() - other.value();
        return new Interval(by - half(value() - mine.low(), theirs.high() - other.value(), correlation),
                by + half(mine.high() - value(), other.value() - theirs.low(), correlation));
    }

    private static double half(double mine, double theirs, double correlation) {
        return Math.sqrt(Math.max(0, mine * mine - 2 * correlation * mine * theirs + theirs * theirs));
    }

    /**
     * How often something happens in each of the same runs, before and after a change.
     *
     * @param both runs in which it happens before and after
     */
    public record Pair(Share before, Share after, int both) {

        /** The interval of after minus before (R. G. Newcombe, <i>Stat. Med.</i> 17, 1998, pp. 2635–2650, method 10). */
        public Interval change() {
            double a = both;
            double b = after.some - both;
            double c = before.some - both;
            double d = before.all - a - b - c;
            double product = (a + b) * (c + d) * (a + c) * (b + d);
            double determinant = a * d - b * c;
            double corrected = determinant > 0 ? Math.max(0, determinant - before.all / 2.0) : determinant;
            return after.difference(before, NORMAL, product == 0 ? 0 : corrected / Math.sqrt(product));
        }

        /** How often chance alone would give at least this change, either way, if there were none. */
        public double p() {
            return Signs.p(after.some - both, before.some - both);
        }

        /** After minus before. */
        public double by() {
            return after.value() - before.value();
        }
    }
}
