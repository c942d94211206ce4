package meshadvisor.load.drive;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The requests that are on their way, by ticket: as many as are allowed at once, in arrays made before the run. A ticket belongs to
 * one thread at a time, who gets it by taking it or by changing its state; the rest of the fields is only touched by that owner.
 */
final class Flight {

    static final int NONE = -1;

    /** What can be with a ticket. */
    static final int FREE = 0;
    static final int WAITING = 1;
    static final int SENT = 2;
    /** Told as timed out; its place is not free before the connection or the queue lets go of it. */
    static final int DEAD = 3;

    private final AtomicIntegerArray states;
    final long[] intended;
    final long[] dispatched;
    final long[] sent;
    final int[] route;
    final int[] payload;
    final int[] wanted;
    final Connection[] connection;
    private final int[] free;
    private int freed;

    Flight(int capacity) {
        states = new AtomicIntegerArray(capacity);
        intended = new long[capacity];
        dispatched = new long[capacity];
        sent = new long[capacity];
        route = new int[capacity];
        payload = new int[capacity];
        wanted = new int[capacity];
        connection = new Connection[capacity];
        free = new int[capacity];
        for (int i = 0; i < capacity; i++) {
            free[i] = capacity - 1 - i;
        }
        freed = capacity;
    }

    int capacity() {
        return free.length;
    }

    /** A ticket for a new request, or {@link #NONE} if as many as allowed are on their way. */
    synchronized int take() {
        return freed == 0 ? NONE : free[--freed];
    }

    /** Gives a ticket back. */
    void release(int ticket) {
        states.set(ticket, FREE);
        synchronized (this) {
            free[freed++] = ticket;
        }
    }

    synchronized int inFlight() {
        return free.length - freed;
    }

    int state(int ticket) {
        return states.get(ticket);
    }

    /** Makes the fields of a new request visible to whoever reads its state. */
    void begin(int ticket) {
        states.set(ticket, WAITING);
    }

    /** Changes the state if it is as expected: who succeeds decides what becomes of the request. */
    boolean become(int ticket, int expected, int next) {
        return states.compareAndSet(ticket, expected, next);
    }
}
