package engines;

import java.util.concurrent.atomic.AtomicInteger;

/** Arrivals with constant spacing and what became of each: the part that all engines share, and the only one that judges them. */
final class Arrivals {
    private final double spacing;
    private final long start;
    private final long[] late;
    private final long[] took;
    private final AtomicInteger answered = new AtomicInteger();

    Arrivals(double perSecond, double seconds) {
        this.spacing = 1e9 / perSecond;
        this.late = new long[(int) (perSecond * seconds)];
        this.took = new long[late.length];
        this.start = System.nanoTime() + 20_000_000;
    }

    int count() {
        return late.length;
    }

    /** The intended time of an arrival, in nanoseconds of {@link System#nanoTime}. */
    long due(int arrival) {
        return start + (long) (arrival * spacing);
    }

    void sent(int arrival) {
        late[arrival] = System.nanoTime() - due(arrival);
    }

    void answered(int arrival) {
        took[arrival] = System.nanoTime() - due(arrival);
        answered.incrementAndGet();
    }

    boolean allAnswered() {
        return answered.get() == late.length;
    }

    /** Microseconds, separated by tabs: latency p50, p99, p99.9, schedule error p50, p99. */
    String quantiles() {
        java.util.Arrays.sort(late);
        java.util.Arrays.sort(took);
        return String.format("%.1f\t%.1f\t%.1f\t%.1f\t%.1f", at(took, 0.5), at(took, 0.99), at(took, 0.999), at(late, 0.5), at(late, 0.99));
    }

    private static double at(long[] sorted, double quantile) {
        return sorted[(int) Math.ceil(quantile * sorted.length) - 1] / 1e3;
    }
}
