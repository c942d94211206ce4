package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** The open streams of a client and what becomes of them. */
final class ClientStreams {

    private final Session session;
    private final CallKind kind;
    private final StreamMap<ClientStream> streams = new StreamMap<>(ClientStream::new);
    private final Backlog<ClientStream> backlog;
    private final ArrayDeque<Exchange> spares = new ArrayDeque<>();
    private int exchanges;

    ClientStreams(Session session, CallKind kind) {
        this.session = session;
        this.backlog = new Backlog<>(session, this::write);
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
        backlog.write(stream, out);
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
        return backlog.hasMore();
    }

    void more(ByteBuffer out) {
        backlog.more(out);
    }

    /** A window of this stream grew. */
    void wake(ClientStream stream) {
        backlog.wake(stream);
    }

    /** Changes the windows of all streams. */
    void changeWindows(int change) throws Http2Error {
        backlog.changeWindows(streams, change);
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
