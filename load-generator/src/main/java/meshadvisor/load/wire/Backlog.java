package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Writes to streams in turns. Keeps those that have more to write: those that only need a buffer, and those that the connection's window
 * holds.
 */
final class Backlog<T extends Flowing> {

    /** Writes what a stream has to say, as far as the buffer and the windows go. */
    interface Writer<T> {
        Written write(T stream, ByteBuffer out);
    }

    private final Session session;
    private final Writer<T> writer;
    private final ArrayDeque<T> ready = new ArrayDeque<>();
    private final ArrayDeque<T> held = new ArrayDeque<>();

    Backlog(Session session, Writer<T> writer) {
        this.session = session;
        this.writer = writer;
    }

    /** A stream has something new to write: at once, unless it waits for its turn anyway. */
    void write(T stream, ByteBuffer out) {
        if (!stream.flow().queued) {
            keep(stream, writer.write(stream, out));
        }
    }

    /** Whether a stream could write now, given the window of the connection. */
    boolean hasMore() {
        return !ready.isEmpty() || session.window() > 0 && !held.isEmpty();
    }

    /** Gives streams their turns until the buffer is full. */
    void more(ByteBuffer out) {
        for (var stream = next(); stream != null; stream = next()) {
            var written = writer.write(stream, out);
            keep(stream, written);
            if (written == Written.BUFFER_FULL) {
                return;
            }
        }
    }

    /** Something that may have held a stream back does so no more. */
    void wake(T stream) {
        if (stream.wantsTurn()) {
            keep(stream, Written.BUFFER_FULL);
        }
    }

    /** Changes the windows of all streams by what the peer's settings say. */
    void changeWindows(StreamMap<T> streams, int change) throws Http2Error {
        for (int i = 0; i < streams.slots(); i++) {
            var stream = streams.at(i);
            if (stream != null) {
                if (!stream.flow().outgoing.grow(change)) {
                    throw Http2Error.flowControl("a window beyond 2^31 - 1");
                }
                wake(stream);
            }
        }
    }

    /** Keeps a stream for later, if it has a later without a word of the peer about it. */
    private void keep(T stream, Written soFar) {
        switch (soFar) {
            case ALL, STREAM_FULL -> {}
            case BUFFER_FULL -> add(ready, stream);
            case CONNECTION_FULL -> add(held, stream);
        }
    }

    /** Takes the next one that can write out, or null. */
    private @Nullable T next() {
        var next = ready.poll();
        if (next == null && session.window() > 0) {
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
