package meshadvisor.load.record;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How good the clock is that everything is timed with.
 *
 * @param source the kernel's clock source, such as "tsc"; absent if it does not tell
 * @param granularityNanos the smallest step that {@link System#nanoTime} was seen to make
 * @param readNanos how long one reading takes
 */
public record ClockQuality(Optional<String> source, long granularityNanos, double readNanos) {

    private static final int READINGS = 100_000;

    /** Reads the clock 200,000 times, which takes some milliseconds; the first half is for the compiler. */
    static ClockQuality measure(Optional<String> source, LongSupplier nanos) {
        readings(source, nanos);
        return readings(source, nanos);
    }

    private static ClockQuality readings(Optional<String> source, LongSupplier nanos) {
        long begin = nanos.getAsLong();
        long least = Long.MAX_VALUE;
        long before = begin;
        for (int i = 1; i < READINGS; i++) {
            long now = nanos.getAsLong();
            if (now > before) {
                least = Math.min(least, now - before);
            }
            before = now;
        }
        return new ClockQuality(source, least, (before - begin) / (double) (READINGS - 1));
    }
}
