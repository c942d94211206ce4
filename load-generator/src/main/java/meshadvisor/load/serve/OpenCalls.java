package meshadvisor.load.serve;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The requests that are neither answered nor given up, each at a number, in arrays that are reused. */
final class OpenCalls {

    /** No number: there are too many. */
    static final int NONE = -1;
    private static final int MOST = 1 << 20;

    private @Nullable Caller[] callers = new Caller[0];
    private int[] calls = new int[0];
    private int[] statuses = new int[0];
    private int[] sizes = new int[0];
    private int[] awaited = new int[0];
    private int[] free = new int[0];
    private int freeCount;

    /**
     * Notes a request.
     *
     * @return its number, or {@link #NONE}
     */
    int open(Caller from, int call, int status, int bytes) {
        if (freeCount == 0 && !grow()) {
            return NONE;
        }
        int number = free[--freeCount];
        callers[number] = from;
        calls[number] = call;
        statuses[number] = status;
        sizes[number] = bytes;
        awaited[number] = 0;
        return number;
    }

    /** Answers a request and forgets it. */
    void answer(int number) {
        Caller from = callers[number];
        callers[number] = null;
        free[freeCount++] = number;
        if (from != null) {
            from.answerLater(calls[number], statuses[number], sizes[number]);
        }
    }

    /** So many answers from onward are awaited before this request is answered. */
    void await(int number, int count) {
        awaited[number] = count;
    }

    /**
     * One of them is here.
     *
     * @return whether it was the last
     */
    boolean returned(int number, boolean well) {
        if (!well && statuses[number] < 400) {
            statuses[number] = 502;
        }
        return --awaited[number] == 0;
    }

    int status(int number) {
        return statuses[number];
    }

    private boolean grow() {
        int before = calls.length;
        int after = Math.max(64, before * 2);
        if (after > MOST) {
            return false;
        }
        callers = Arrays.copyOf(callers, after);
        calls = Arrays.copyOf(calls, after);
        statuses = Arrays.copyOf(statuses, after);
        sizes = Arrays.copyOf(sizes, after);
        awaited = Arrays.copyOf(awaited, after);
        free = Arrays.copyOf(free, after);
        for (int number = after - 1; number >= before; number--) {
            free[freeCount++] = number;
        }
        return true;
    }
}
