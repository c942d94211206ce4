package meshadvisor.load.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.function.Consumer;
import meshadvisor.load.record.Tally;
import meshadvisor.load.wire.Failure;

/** Reads answers as they come, opens connections again, and gives up requests that take too long. One thread at a time calls it. */
final class Receiver {

    /** How often it looks for what is due when nothing happens: bounds how late a timeout is told. */
    private static final long TICK = 20_000_000;

    private final Selector selector;
    private final List<Lane> lanes;
    private final Flight flight;
    private final Clock clock;
    private final Tally tally;
    private final long timeout;
    private final Consumer<SelectionKey> handler = this::handle;
    private long nextTick;

    Receiver(Selector selector, List<Lane> lanes, Engine.Shared shared, Tally tally, long timeout) {
        this.selector = selector;
        this.lanes = lanes;
        this.flight = shared.flight();
        this.clock = shared.clock();
        this.tally = tally;
        this.timeout = timeout;
        this.nextTick = clock.nanos();
    }

    /** Does what there is to do now, without waiting. */
    void poll() {
        try {
            selector.selectNow(handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tickWhenDue();
    }

    /** Waits for something to do, 20 ms at most, and does it. */
    void await() {
        try {
            selector.select(handler, TICK / 1_000_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tickWhenDue();
    }

    private void handle(SelectionKey key) {
        var connection = (Connection) key.attachment();
        connection.ready(key, tally);
        connection.lane().settle(tally);
    }

    private void tickWhenDue() {
        long now = clock.nanos();
        if (now - nextTick < 0) {
            return;
        }
        nextTick = now + TICK;
        expire(now);
        for (int i = 0; i < lanes.size(); i++) {
            var lane = lanes.get(i);
            for (var connection : lane.connections()) {
                connection.openWhenDue(tally);
            }
            lane.settle(tally);
        }
    }

    private void expire(long now) {
        for (int ticket = 0; ticket < flight.capacity(); ticket++) {
            long intended = flight.intended[ticket];
            int state = flight.state(ticket);
            if ((state == Flight.WAITING || state == Flight.SENT) && now - intended > timeout) {
                expire(ticket, state, now);
            }
        }
    }

    private void expire(int ticket, int state, long now) {
        if (state == Flight.SENT) {
            // Looks again at its age under the lock: the ticket may have been used anew meanwhile.
            flight.connection[ticket].expire(ticket, now - timeout, tally);
        } else if (flight.become(ticket, Flight.WAITING, Flight.DEAD)) {
            tally.failed(flight.intended[ticket], now, Failure.TIMEOUT);
        }
    }
}
