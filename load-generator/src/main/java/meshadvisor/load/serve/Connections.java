package meshadvisor.load.serve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import meshadvisor.load.net.Link;

/** The open connections of a loop, at most so many, and the buffers of closed ones for the next. */
final class Connections {

    private static final int SPARE = 256;

    private final List<Connection> open = new ArrayList<>();
    private final Deque<Link> spare = new ArrayDeque<>();
    private final long patience;
    private final Counts counts;
    private int most;

    Connections(Bounds bounds, Counts counts) {
        patience = bounds.patience().toNanos();
        most = bounds.connections();
        this.counts = counts;
    }

    boolean isFull() {
        return open.size() >= most;
    }

    /**
     * Buffers for a connection.
     *
     * @throws OutOfMemoryError if there is no room for more of them outside the heap
     */
    Link link() {
        Link used = spare.pollFirst();
        return used == null ? new Link() : used;
    }

    /** There is no memory for more than there are: asking again for each would take the time of those. */
    void lowerBound() {
        most = Math.max(1, open.size());
    }

    void add(Connection connection) {
        connection.moveTo(open.size());
        open.add(connection);
    }

    /** Forgets a connection that is closed. */
    void remove(Connection connection) {
        counts.closed(connection.link().received(), connection.link().sent());
        Connection last = open.removeLast();
        if (last != connection) {
            open.set(connection.place(), last);
            last.moveTo(connection.place());
        }
        if (spare.size() < SPARE) {
            spare.addFirst(connection.link());
        }
    }

    void sweep(long now) {
        for (int i = open.size() - 1; i >= 0; i--) { // backwards: the last one takes the place of one that closes
            open.get(i).sweep(now, patience);
        }
    }

    void close() {
        while (!open.isEmpty()) {
            open.getLast().close();
        }
    }
}
