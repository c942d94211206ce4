package meshadvisor.measure;

/** An interval of a number, both ends included, in the unit of the number. */
public record Interval(double low, double high) {

    /** Whether a value lies in it. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Whether all of it lies in another one. */
    public boolean within(double lowest, double highest) {
        return lowest <= low && high <= highest;
    }

    /** Half of its width. */
    public double half() {
        return (high - low) / 2;
    }

    /** The largest absolute value in it. */
    public double farthest() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    /** The interval of the number divided by something positive. */
    public Interval over(double divisor) {
        return new Interval(low / divisor, high / divisor);
    }
}
