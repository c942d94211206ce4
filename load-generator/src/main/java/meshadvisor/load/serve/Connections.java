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
    private final Bounds bounds;
    private final Counts counts;

    Connections(Bounds bounds, Counts counts) {
        this.bounds = bounds;
        this.counts = counts;
    }

    boolean isFull() {
        return open.size() >= bounds.connections();
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
            open.get(i).sweep(now, bounds.patience().toNanos());
        }
    }

    void close() {
        while (!open.isEmpty()) {
            open.getLast().close();
        }
    }
}
