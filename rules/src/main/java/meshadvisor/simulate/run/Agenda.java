package meshadvisor.simulate.run;

import java.util.PriorityQueue;

/** What is going to happen, in the order of time; what happens at the same moment, in the order in which it was planned. */
final class Agenda {

    private record Entry(long at, long number, Event event) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
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
        entries.add(new Entry(now + delay, planned++, event));
    }

    /** Whether something happens before that moment. */
    boolean before(long end) {
        return !entries.isEmpty() && entries.element().at < end;
    }

    /** What happens next; the clock moves there. */
    Event next() {
        Entry entry = entries.remove();
        now = entry.at;
        return entry.event;
    }
}
