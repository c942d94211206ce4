package meshadvisor.cluster;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a run has to be over.
 *
 * @param end by the clock, in nanoseconds
 * @param total what was allowed, for messages
 * @param clock nanoseconds that only grow
 */
record Deadline(long end, Duration total, LongSupplier clock) {

    static Deadline in(Duration total) {
        return new Deadline(System.nanoTime() + total.toNanos(), total, System::nanoTime);
    }

    /** This, or the end of a shorter time that begins now. */
    Deadline orIn(Duration shorter) {
        Deadline other = new Deadline(clock.getAsLong() + shorter.toNanos(), shorter, clock);
        return other.end - end < 0 ? other : this;
    }

    /** Milliseconds until then, 0 if it is past. */
    long millisLeft() {
        return Math.max(0, (end - clock.getAsLong()) / 1_000_000);
    }

    boolean past() {
        return millisLeft() == 0;
    }
}
