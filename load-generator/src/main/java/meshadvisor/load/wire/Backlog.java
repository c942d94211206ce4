package meshadvisor.load.wire;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Streams that have more to write, in the order of their turns: those that only need a buffer, and those that the connection's window holds. */
final class Backlog<T extends Flowing> {

    private final ArrayDeque<T> ready = new ArrayDeque<>();
    private final ArrayDeque<T> held = new ArrayDeque<>();

    /** Keeps a stream for later, if it has a later without a word of the peer about it. */
    void keep(T stream, Written soFar) {
        switch (soFar) {
            case ALL, STREAM_FULL -> {}
            case BUFFER_FULL -> add(ready, stream);
            case CONNECTION_FULL -> add(held, stream);
        }
    }

    /** Whether a stream could write now, given the window of the connection. */
    boolean isReady(int window) {
        return !ready.isEmpty() || window > 0 && !held.isEmpty();
    }

    /** Takes the next one that can write out, or null. */
    @Nullable
    T next(int window) {
        var next = ready.poll();
        if (next == null && window > 0) {
            next = held.poll();
        }
        if (next != null) {
            next.flow().queued = false;
        }
        return next;
    }

    /** Forgets a stream that is no more. */
    void drop(T stream) {
        if (stream.flow().queued && (ready.remove(stream) || held.remove(stream))) {
            stream.flow().queued = false;
        }
    }

    private void add(ArrayDeque<T> queue, T stream) {
        if (!stream.flow().queued) {
            stream.flow().queued = true;
            queue.add(stream);
        }
    }
}
