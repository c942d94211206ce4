package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The open streams of a client and what becomes of them. */
final class ClientStreams {

    private final Session session;
    private final CallKind kind;
    private final StreamMap<ClientStream> streams = new StreamMap<>(ClientStream::new);
    private final Backlog<ClientStream> backlog = new Backlog<>();
    private final ArrayDeque<Exchange> spares = new ArrayDeque<>();
    private int exchanges;

    ClientStreams(Session session, CallKind kind) {
        this.session = session;
        this.kind = kind;
    }

    int open() {
        return streams.size();
    }

    /** Requests without an answer. */
    int exchanges() {
        return exchanges;
    }

    @Nullable
    ClientStream get(int id) {
        return streams.get(id);
    }

    ClientStream add(int id) {
        var stream = streams.add(id, session.peer.initialWindow());
        stream.begin();
        return stream;
    }

    /** Begins a request on a stream whose headers are written. */
    void begin(ClientStream stream, Exchange exchange, ByteBuffer out) {
        exchanges++;
        stream.add(exchange);
        if (!stream.flow().queued) {
            backlog.keep(stream, write(stream, out));
        }
    }

    Exchange exchange(int ticket, int payload, int wanted) {
        var spare = spares.poll();
        var exchange = spare == null ? new Exchange() : spare;
        exchange.begin(ticket, payload, wanted);
        return exchange;
    }

    private Written write(ClientStream stream, ByteBuffer out) {
        while (true) {
            var written = session.write(stream.flow(), kind != CallKind.STREAMING, out);
            var next = written == Written.ALL ? stream.nextUnsent() : null;
            if (next == null) {
                return written;
            }
            if (kind == CallKind.HTTP) {
                stream.flow().body.plain(next.payload);
            } else {
                stream.flow().body.message(next.payload, next.wanted);
            }
        }
    }

    boolean hasMore() {
        return backlog.isReady(session.window());
    }

    void more(ByteBuffer out) {
        for (var stream = backlog.next(session.window()); stream != null; stream = backlog.next(session.window())) {
            var written = write(stream, out);
            backlog.keep(stream, written);
            if (written == Written.BUFFER_FULL) {
                return;
            }
        }
    }

    /** A window of this stream grew. */
    void wake(ClientStream stream) {
        if (stream.flow().body.left() > 0) {
            backlog.keep(stream, Written.BUFFER_FULL);
        }
    }

    /** Changes the windows of all streams. */
    void changeWindows(int change) throws Http2Error {
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

    /** The stream's next answer is complete. */
    void answered(ClientStream stream, int status, long bytes, Answers answers) throws Http2Error {
        var exchange = stream.nextAnswered();
        if (exchange == null) {
            throw Http2Error.protocol("an answer to nothing");
        }
        release(exchange);
        answers.answered(exchange.ticket, status, bytes);
    }

    /** Ends a stream: what is left unanswered on it fails. */
    void end(ClientStream stream, Failure why, Answers answers) {
        stream.closed = true; // whoever hears of the failures may begin new requests meanwhile
        for (var left = stream.nextLeft(); left != null; left = stream.nextLeft()) {
            release(left);
            answers.failed(left.ticket, why);
        }
        backlog.drop(stream);
        streams.remove(stream);
    }

    /** Ends all streams above one. */
    void endAbove(int last, Failure why, Answers answers) {
        for (int i = 0; i < streams.slots(); i++) {
            for (var stream = streams.at(i); stream != null && stream.flow().id > last; stream = streams.at(i)) {
                end(stream, why, answers);
            }
        }
    }

    private void release(Exchange exchange) {
        exchanges--;
        spares.push(exchange);
    }
}
