package meshadvisor.load.drive;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import meshadvisor.load.record.Tally;
import meshadvisor.load.wire.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one target and the requests that wait for one of them. Requests go to connections in turns, so that whatever
 * balances connections on the way sees an even load.
 */
final class Lane {

    private final Flight flight;
    private final Clock clock;
    private final Connection[] connections;
    private final Backlog backlog;
    private final AtomicInteger live = new AtomicInteger();
    private final AtomicReference<@Nullable Failure> lastFailure = new AtomicReference<>();
    private int turn;

    Lane(Flight flight, Clock clock, int connections) {
        this.flight = flight;
        this.clock = clock;
        this.connections = new Connection[connections];
        this.backlog = new Backlog(flight.capacity());
    }

    void put(int number, Connection connection) {
        connections[number] = connection;
    }

    Connection[] connections() {
        return connections;
    }

    /** Hears that a connection begins to live. */
    void lives() {
        live.incrementAndGet();
    }

    /** Hears that a connection does not live any more; {@code why} is null if it had worked. */
    void died(@Nullable Failure why) {
        lastFailure.set(why);
        live.decrementAndGet();
    }

    /** Sends a request, or lets it wait. Called by the thread that dispatches. */
    void submit(int ticket, Tally tally) {
        if (backlog.isEmpty() && sent(ticket, tally)) {
            return;
        }
        backlog.add(ticket);
        // A connection may have become free between the look at all and the queueing; who freed it saw an empty queue.
        settle(tally);
    }

    /** Sends what waits as far as connections are free; if there is no hope of one, fails it. */
    void settle(Tally tally) {
        while (!backlog.isEmpty()) {
            int ticket = backlog.poll();
            if (ticket == Flight.NONE) {
                return;
            }
            if (flight.state(ticket) == Flight.DEAD) {
                flight.release(ticket);
                continue;
            }
            if (sent(ticket, tally)) {
                continue;
            }
            var why = live.get() == 0 ? lastFailure.get() : null;
            if (why == null) {
                backlog.putBack(ticket);
                // Who frees a connection while the ticket is in hand here sees an empty queue and goes.
                if (noneIsFree()) {
                    return;
                }
                continue;
            }
            if (flight.become(ticket, Flight.WAITING, Flight.DEAD)) {
                tally.failed(flight.intended[ticket], clock.nanos(), why);
            }
            flight.release(ticket);
        }
    }

    private boolean noneIsFree() {
        for (var connection : connections) {
            if (connection.isFree()) {
                return false;
            }
        }
        return true;
    }

    private boolean sent(int ticket, Tally tally) {
        int from = turn;
        for (int i = 0; i < connections.length; i++) {
            int at = from + i < connections.length ? from + i : from + i - connections.length;
            var connection = connections[at];
            if (connection.isFree() && connection.trySend(ticket, tally)) {
                turn = at + 1 < connections.length ? at + 1 : 0;
                return true;
            }
        }
        return false;
    }
}
