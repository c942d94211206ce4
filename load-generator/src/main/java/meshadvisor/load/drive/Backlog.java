package meshadvisor.load.drive;

/** Tickets that wait for a connection, first come first served. Looking whether there are any takes no lock. */
final class Backlog {

    private final int[] tickets;
    private int first;
    private volatile int count;

    Backlog(int capacity) {
        tickets = new int[capacity];
    }

    boolean isEmpty() {
        return count == 0;
    }

    synchronized void add(int ticket) {
        tickets[(first + count) % tickets.length] = ticket;
        count = count + 1;
    }

    /** The ticket that waits longest, or {@link Flight#NONE}. */
    synchronized int poll() {
        if (count == 0) {
            return Flight.NONE;
        }
        int ticket = tickets[first];
        first = (first + 1) % tickets.length;
        count = count - 1;
        return ticket;
    }

    /** Puts a ticket back to where it was polled from. */
    synchronized void putBack(int ticket) {
        first = (first + tickets.length - 1) % tickets.length;
        tickets[first] = ticket;
        count = count + 1;
    }
}
