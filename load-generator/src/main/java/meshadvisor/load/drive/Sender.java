package meshadvisor.load.drive;

import java.util.function.BooleanSupplier;
import meshadvisor.load.schedule.Arrivals;

/** Dispatches each request at its intended time. What becomes of it is not waited for: that is what makes the loop open. */
final class Sender {

    /** Takes up one request. */
    interface Dispatch {
        void dispatch(long intended, long now);
    }

    private final Clock clock;
    private final Pause pause;
    private final Dispatch dispatch;

    Sender(Clock clock, Pause pause, Dispatch dispatch) {
        this.clock = clock;
        this.pause = pause;
        this.dispatch = dispatch;
    }

    /**
     * Goes through a schedule. If it falls behind, it sends without a pause until it has caught up; each keeps its intended time.
     *
     * @param begin of the schedule, in the clock's time
     * @param stop asked before each request
     */
    void run(Arrivals arrivals, long begin, BooleanSupplier stop) {
        for (long offset = arrivals.next(); offset != Arrivals.END && !stop.getAsBoolean(); offset = arrivals.next()) {
            long due = begin + offset;
            pause.until(due);
            long now = clock.nanos();
            if (now - due >= 0) {
                dispatch.dispatch(due, now);
            }
        }
    }
}
