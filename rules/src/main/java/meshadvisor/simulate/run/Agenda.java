package meshadvisor.simulate.run;

import java.util.Arrays;

/**
 * What is going to happen, in the order of time; what happens at the same moment, in the order in which it was planned. A binary heap (J. W. J.
 * Williams, <i>Commun. ACM</i> 7, 1964, pp. 347–348) over numbers that hold both, because a surge has a million events. Most of these come again and again after
 * the same delay, so they are in order without any heap and stand in a ring of their own.
 */
final class Agenda {

    /** Bits of the number of an event, below those of its time: 2³⁶ events in 37 hours. */
    private static final int NUMBER_BITS = 36;
    private static final long LATEST = 1L << Long.SIZE - 1 - NUMBER_BITS;
    private static final int ROOM = 1024;

    /** Between two looks of a kubelet; also the longest wait of a pod without a node. */
    private static final long USUAL = Kubelet.INTERVAL;

    private long[] keys = new long[ROOM];
    private Event[] events = new Event[ROOM];
    private int size;
    private long[] usualKeys = new long[ROOM];
    private Event[] usualEvents = new Event[ROOM];
    private int first;
    private int waiting;
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
        long key = at << NUMBER_BITS | planned++;
        if (delay == USUAL) {
            append(key, event);
            return;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        rise(size++, key, event);
    }

    private void append(long key, Event event) {
        int room = usualKeys.length; // a power of 2
        if (waiting == room) {
            long[] wider = new long[2 * room];
            Event[] widerEvents = new Event[2 * room];
            for (int i = 0; i < room; i++) {
                wider[i] = usualKeys[first + i & room - 1];
                widerEvents[i] = usualEvents[first + i & room - 1];
            }
            usualKeys = wider;
            usualEvents = widerEvents;
            first = 0;
        }
        int place = first + waiting++ & usualKeys.length - 1;
        usualKeys[place] = key;
        usualEvents[place] = event;
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
        return size + waiting > 0 && Math.min(heap(), usual()) >>> NUMBER_BITS < end;
    }

    /** What happens next; the clock moves there. */
    Event next() {
        if (size + waiting == 0) {
            throw new IllegalStateException("nothing is planned any more");
        }
        if (usual() < heap()) {
            now = usual() >>> NUMBER_BITS;
            Event event = usualEvents[first];
            first = first + 1 & usualKeys.length - 1;
            waiting--;
            return event;
        }
        now = heap() >>> NUMBER_BITS;
        Event event = events[0];
        size--;
        sink(keys[size], events[size]);
        return event;
    }

    private long heap() {
        return size == 0 ? Long.MAX_VALUE : keys[0];
    }

    private long usual() {
        return waiting == 0 ? Long.MAX_VALUE : usualKeys[first];
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
