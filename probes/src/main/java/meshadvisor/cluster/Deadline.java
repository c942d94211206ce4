package meshadvisor.cluster;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a run has to be over.
 *
 * @param end by the clock, in nanoseconds
 * @param total what was allowed, for messages
 * @param option that sets it
 * @param clock nanoseconds that only grow
 */
record Deadline(long end, Duration total, String option, LongSupplier clock) {

    /** The end of a run that begins now. */
    static Deadline in(Duration total) {
        return new Deadline(System.nanoTime() + total.toNanos(), total, "--timeout", System::nanoTime);
    }

    /** This, or the end of a request that begins now and may take a shorter time. */
    Deadline orIn(Duration shorter) {
        Deadline other = new Deadline(clock.getAsLong() + shorter.toNanos(), shorter, "--request-timeout", clock);
        return other.end - end < 0 ? other : this;
    }

    /** Milliseconds until then, 0 if it is past. */
    long millisLeft() {
        return Math.max(0, (end - clock.getAsLong()) / 1_000_000);
    }

    /** The time that was allowed, and the option that allows more. */
    String words() {
        return total.toSeconds() + " s (" + option + ")";
    }
}
