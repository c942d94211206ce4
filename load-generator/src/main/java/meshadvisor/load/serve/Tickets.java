package meshadvisor.load.serve;

import java.util.Arrays;

/**
 * Calls onward to one place: a ticket each, in arrays that are reused, and the line of those that wait for a connection. A ticket
 * whose time is over keeps its number until it leaves the line or its connection.
 */
final class Tickets {

    /** No ticket: there are too many, or none waits. */
    static final int NONE = -1;
    private static final int GIVEN_UP = -1;
    private static final int UNUSED = -2;
    private static final int MOST = 1 << 16;

    private int[] parents = new int[0];
    private long[] since = new long[0];
    private int[] free = new int[0];
    private int freeCount;
    private int[] line = new int[0];
    private int first;
    private int waiting;

    /**
     * Draws a ticket and puts it at the end of the line.
     *
     * @param parent the open call for which this is; at least 0
     */
    int draw(int parent, long now) {
        if (freeCount == 0 && !grow()) {
            return NONE;
        }
        int ticket = free[--freeCount];
        parents[ticket] = parent;
        since[ticket] = now;
        line[(first + waiting++) % line.length] = ticket;
        return ticket;
    }

    /** How many stand in line. */
    int waiting() {
        return waiting;
    }

    /** Takes the next that is still wanted out of the line, or {@link #NONE}. */
    int next() {
        while (waiting > 0) {
            int ticket = line[first];
            first = (first + 1) % line.length;
            waiting--;
            if (parents[ticket] != GIVEN_UP) {
                return ticket;
            }
            release(ticket);
        }
        return NONE;
    }

    /**
     * Gives a ticket back.
     *
     * @return the call for which it was, or a number below 0 if that was given up
     */
    int release(int ticket) {
        int parent = parents[ticket];
        parents[ticket] = UNUSED;
        free[freeCount++] = ticket;
        return parent;
    }

    /** How many tickets there are, used or not: their numbers are below. */
    int size() {
        return parents.length;
    }

    /** Whether a ticket was drawn before this time and is still wanted. */
    boolean isOlder(int ticket, long time) {
        return parents[ticket] >= 0 && since[ticket] - time < 0;
    }

    /**
     * Wants no answer any more.
     *
     * @return the call for which the ticket is
     */
    int giveUp(int ticket) {
        int parent = parents[ticket];
        parents[ticket] = GIVEN_UP;
        return parent;
    }

    private boolean grow() {
        int before = parents.length;
        int after = Math.max(64, before * 2);
        if (after > MOST) {
            return false;
        }
        parents = Arrays.copyOf(parents, after);
        since = Arrays.copyOf(since, after);
        free = Arrays.copyOf(free, after);
        int[] longer = Arrays.copyOf(Arrays.copyOfRange(line, first, before), after);
        System.arraycopy(line, 0, longer, before - first, first);
        line = longer;
        first = 0;
        for (int ticket = after - 1; ticket >= before; ticket--) {
            parents[ticket] = UNUSED;
            free[freeCount++] = ticket;
        }
        return true;
    }
}
