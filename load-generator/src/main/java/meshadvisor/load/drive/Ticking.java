package meshadvisor.load.drive;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Sleeps until the next whole millisecond, at which everything that has fallen due is sent at once: what wakes the generator and the
 * server once wakes them for many requests. Late by up to a millisecond, which the schedule error tells.
 */
final class Ticking implements Pause {

    static final long TICK = 1_000_000;

    private final Clock clock;
    private final BooleanSupplier stop;

    Ticking(Clock clock, BooleanSupplier stop) {
        this.clock = clock;
        this.stop = stop;
    }

    @Override
    public void until(long due) {
        if (due - clock.nanos() <= 0) {
            return;
        }
        long tick = due + Math.floorMod(-due, TICK);
        for (long left = tick - clock.nanos(); left > 0 && !stop.getAsBoolean(); left = tick - clock.nanos()) {
            LockSupport.parkNanos(left);
        }
    }
}
