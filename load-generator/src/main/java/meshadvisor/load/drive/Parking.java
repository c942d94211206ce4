package meshadvisor.load.drive;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Sleeps until shortly before the time and spins for the rest, so that a late wake-up does not become a late request. A sleep is cheap
 * and ends late: by the slack that Linux adds to timers (50 µs, see proc(5), timerslack_ns) and the time it takes to be scheduled.
 */
final class Parking implements Pause {

    /**
     * Covers the lateness of about half of the wake-ups once the slack is gone; the time spun is what is left of it. Twice as much hides
     * nearly all of it and costs a quarter more CPU (docs/decisions/0013).
     */
    static final long MARGIN = 20_000;

    private final Clock clock;
    private final BooleanSupplier stop;

    Parking(Clock clock, BooleanSupplier stop) {
        this.clock = clock;
        this.stop = stop;
    }

    @Override
    public void until(long due) {
        for (long left = due - clock.nanos(); left > 0; left = due - clock.nanos()) {
            if (stop.getAsBoolean()) {
                return;
            }
            if (left > MARGIN) {
                LockSupport.parkNanos(left - MARGIN);
            } else {
                Thread.onSpinWait();
            }
        }
    }
}
