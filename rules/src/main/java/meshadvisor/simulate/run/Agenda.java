package meshadvisor.simulate.run;

import java.util.Arrays;

/**
 * What is going to happen, in the order of time; what happens at the same moment, in the order in which it was planned. A binary heap (J. W. J.
 * Williams, <i>Commun. ACM</i> 7, 1964, pp. 347–348) over numbers that hold both, because a surge has a million events.
 */
final class Agenda {

    /** Bits of the number of an event, below those of its time: 2³⁶ events in 37 hours. */
    private static final int NUMBER_BITS = 36;
    private static final long LATEST = 1L << Long.SIZE - 1 - NUMBER_BITS;
    private static final int ROOM = 1024;

    private long[] keys = new long[ROOM];
    private Event[] events = new Event[ROOM];
    private int size;
    private long now;
    private long planned;

    /** The simulated time in ms after the surge began. */
    long now() {
        return now;
    }

    /**
     * Plans an event.
     *
     * @param delay in ms from now, 0 or more: nothing happens in the past
     */
    void in(long delay, Event event) {
        if (delay < 0) {
            throw new IllegalArgumentException("an event " + -delay + " ms ago: " + event);
        }
        long at = now + delay;
        if (at >= LATEST) {
            return; // after the end of every simulation
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        rise(size++, at << NUMBER_BITS | planned++, event);
    }

    private void rise(int from, long key, Event event) {
        int place = from;
        while (place > 0) {
            int above = (place - 1) >>> 1;
            if (keys[above] <= key) {
                break;
            }
            keys[place] = keys[above];
            events[place] = events[above];
            place = above;
        }
        keys[place] = key;
        events[place] = event;
    }

    /** Whether something happens before that moment. */
    boolean before(long end) {
        return size > 0 && keys[0] >>> NUMBER_BITS < end;
    }

    /** What happens next; the clock moves there. */
    Event next() {
        if (size == 0) {
            throw new IllegalStateException("nothing is planned any more");
        }
        now = keys[0] >>> NUMBER_BITS;
        Event event = events[0];
        size--;
        sink(keys[size], events[size]);
        return event;
    }

    private void sink(long key, Event event) {
        int place = 0;
        for (int below = 1; below < size; below = 2 * place + 1) {
            int least = below + 1 < size && keys[below + 1] < keys[below] ? below + 1 : below;
            if (key <= keys[least]) {
                break;
            }
            keys[place] = keys[least];
            events[place] = events[least];
            place = least;
        }
        keys[place] = key;
        events[place] = event;
    }
}
