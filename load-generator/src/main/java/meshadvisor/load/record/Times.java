package meshadvisor.load.record;

import java.util.Locale;

/** Times for people. */
final class Times {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private Times() {}

    /** A time with three digits and its unit: 950 ns, 12.3 µs, 1.00 ms, 60.0 s. */
    static String of(long nanos) {
        if (nanos < MICRO) {
            return nanos + " ns";
        }
        if (nanos < MILLI - MICRO / 2) {
            return digits(nanos / (double) MICRO) + " µs";
        }
        if (nanos < SECOND - MILLI / 2) {
            return digits(nanos / (double) MILLI) + " ms";
        }
        return digits(nanos / (double) SECOND) + " s";
    }

    /** Rounded first, so that 9.996 is 10.0 and not 10.00. */
    private static String digits(double value) {
        String format = value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, value);
    }
}
