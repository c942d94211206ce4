package meshadvisor.load.serve;

import java.util.Arrays;

/** What is due when: a binary heap of times, each with a number, in arrays that are reused. Knows no clock. */
final class DelayQueue {

    /** The time at which nothing is due. */
    static final long NEVER = Long.MAX_VALUE;

    private long[] times = new long[1024];
    private int[] numbers = new int[1024];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** When the next is due, or {@link #NEVER}. */
    long next() {
        return size == 0 ? NEVER : times[0];
    }

    void add(long time, int number) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        int at = size++;
        while (at > 0 && times[at - 1 >>> 1] > time) {
            move(at - 1 >>> 1, at);
            at = at - 1 >>> 1;
        }
        times[at] = time;
        numbers[at] = number;
    }

    /** Removes what is due next and says its number. There must be one. */
    int remove() {
        int number = numbers[0];
        size--;
        sink(times[size], numbers[size]);
        return number;
    }

    private void sink(long time, int number) {
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && times[child + 1] < times[child]) {
                child++;
            }
            if (times[child] >= time) {
                break;
            }
            move(child, at);
            at = child;
            child = 2 * at + 1;
        }
        times[at] = time;
        numbers[at] = number;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        numbers[to] = numbers[from];
    }
}
