package meshadvisor.load.serve;

import java.util.Arrays;

/** Answers of one connection that wait for room in its buffer, in a ring that is reused. */
final class Answered {

    private static final int[] NONE = new int[0];

    private int[] calls = NONE;
    private int[] statuses = NONE;
    private int[] sizes = NONE;
    private int first;
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    void add(int call, int status, int bytes) {
        if (count == calls.length) {
            grow();
        }
        int at = (first + count++) % calls.length;
        calls[at] = call;
        statuses[at] = status;
        sizes[at] = bytes;
    }

    int call() {
        return calls[first];
    }

    int status() {
        return statuses[first];
    }

    int bytes() {
        return sizes[first];
    }

    void remove() {
        first = (first + 1) % calls.length;
        count--;
    }

    private void grow() {
        calls = grown(calls);
        statuses = grown(statuses);
        sizes = grown(sizes);
        first = 0;
    }

    /** The same ring with more room, unrolled so that it begins at 0. */
    private int[] grown(int[] ring) {
        int[] larger = Arrays.copyOf(Arrays.copyOfRange(ring, first, ring.length), Math.max(8, ring.length * 2));
        System.arraycopy(ring, 0, larger, ring.length - first, first);
        return larger;
    }
}
