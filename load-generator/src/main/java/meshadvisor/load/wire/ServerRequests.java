package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Requests as they come on a server's streams. */
final class ServerRequests {

    /** Streams at a time, as announced. */
    static final int MOST_STREAMS = 1024;

    private final Session session;
    private final ServerStreams streams;
    private final RequestHead head = new RequestHead();
    private int lastId;

    ServerRequests(Session session, ServerStreams streams) {
        this.session = session;
        this.streams = streams;
    }

    /** The last stream that was begun. */
    int lastId() {
        return lastId;
    }

    void headers(Calls calls) throws Http2Error {
        int id = session.stream();
        session.decode(head.clear());
        var stream = streams.get(id);
        if (stream != null) {
            trailers(stream, calls);
        } else if (id > lastId) {
            lastId = id;
            begin(id, calls);
        } else {
            late();
        }
    }

    private void begin(int id, Calls calls) throws Http2Error {
        if (streams.open() >= MOST_STREAMS || !head.isComplete()) {
            session.patience.spend();
            session.reset(id, head.isComplete() ? Http2Error.REFUSED_STREAM : Http2Error.PROTOCOL);
            return;
        }
        var stream = streams.add(id, head);
        if (session.lastBlock()) {
            close(stream, calls);
        }
    }

    private void trailers(ServerStream stream, Calls calls) throws Http2Error {
        if (stream.halfClosed) {
            reset(stream, Http2Error.STREAM_CLOSED);
        } else if (!session.lastBlock()) {
            reset(stream, Http2Error.PROTOCOL);
        } else {
            close(stream, calls);
        }
    }

    void body(ByteBuffer in, Calls calls) throws Http2Error {
        int end = in.position() + session.available();
        var stream = openStream();
        if (stream == null) {
            in.position(end);
            late();
            return;
        }
        if (stream.halfClosed) {
            in.position(end);
            reset(stream, Http2Error.STREAM_CLOSED);
            return;
        }
        session.charge(stream.flow());
        boolean last = session.last();
        stream.payload += session.available();
        boolean goesOn = !stream.grpc || messages(stream, in, end, calls);
        in.position(end);
        if (goesOn && last) {
            close(stream, calls);
        }
    }

    /** Tells the messages of a piece.
     *
     * @return whether the stream goes on
     */
    private boolean messages(ServerStream stream, ByteBuffer in, int end, Calls calls) throws Http2Error {
        int id = stream.flow().id;
        while (stream.messages.read(in, end)) {
            if (stream.messages.isBroken()) {
                reset(stream, Http2Error.PROTOCOL);
                return false;
            }
            int call = streams.call(stream);
            calls.arrived(call, stream.messages.wanted(), stream.error, false, stream.messages.payload());
            if (streams.get(id) != stream) {
                return false; // answered at once with an error, which ends the stream
            }
        }
        return true;
    }

    /** The peer's last word on a stream. */
    private void close(ServerStream stream, Calls calls) throws Http2Error {
        streams.halfClose(stream);
        if (stream.length >= 0 && stream.length != stream.payload) {
            reset(stream, Http2Error.PROTOCOL);
        } else if (!stream.grpc) {
            calls.arrived(streams.call(stream), stream.wanted, stream.error, stream.health, stream.payload);
        } else if (stream.messages.isBetween()) {
            streams.wake(stream);
        } else {
            reset(stream, Http2Error.PROTOCOL);
        }
    }

    /** Something of a stream that is over: perhaps it was under way when we reset that. */
    private void late() throws Http2Error {
        session.patience.spend();
        session.reset(session.stream(), Http2Error.STREAM_CLOSED);
    }

    void reset() throws Http2Error {
        var stream = openStream();
        if (stream != null) {
            session.patience.spend();
            streams.end(stream);
        }
    }

    void window() throws Http2Error {
        var stream = openStream();
        if (stream == null) {
            return;
        }
        int increment = session.increment();
        if (increment == 0 || !stream.flow().outgoing.grow(increment)) {
            reset(stream, increment == 0 ? Http2Error.PROTOCOL : Http2Error.FLOW_CONTROL);
        } else {
            streams.wake(stream);
        }
    }

    private @Nullable ServerStream openStream() throws Http2Error {
        if (session.stream() > lastId) {
            throw Http2Error.protocol("a frame on a stream that is not open");
        }
        return streams.get(session.stream());
    }

    private void reset(ServerStream stream, int code) throws Http2Error {
        session.patience.spend();
        session.reset(stream.flow().id, code);
        streams.end(stream);
    }
}
