package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** Answers as they come on a client's streams. */
final class ClientResponses {

    private final Session session;
    private final ClientStreams streams;
    private final CallKind kind;
    private final ResponseHead head;

    ClientResponses(Session session, ClientStreams streams, CallKind kind) {
        this.session = session;
        this.streams = streams;
        this.kind = kind;
        head = new ResponseHead(kind != CallKind.HTTP);
    }

    void headers(Answers answers) throws Http2Error {
        session.decode(head.clear());
        var stream = streams.get(session.stream());
        if (stream == null) {
            return;
        }
        boolean last = session.lastBlock();
        if (!stream.take(head, last)) {
            malformed(stream, answers);
        } else if (last) {
            end(stream, answers);
        }
    }

    void body(ByteBuffer in, Answers answers) throws Http2Error {
        int end = in.position() + session.available();
        var stream = streams.get(session.stream());
        if (stream == null) {
            in.position(end);
            return;
        }
        session.charge(stream.flow());
        if (!stream.hasHead()) {
            in.position(end);
            malformed(stream, answers);
            return;
        }
        stream.bytes += session.available();
        if (kind == CallKind.STREAMING) {
            messages(stream, in, end, answers);
        }
        in.position(end);
        if (session.last()) {
            end(stream, answers);
        }
    }

    private void messages(ClientStream stream, ByteBuffer in, int end, Answers answers) throws Http2Error {
        while (stream.messages.read(in, end)) {
            streams.answered(stream, 200, stream.messages.length(), answers);
        }
    }

    private void end(ClientStream stream, Answers answers) throws Http2Error {
        if (kind == CallKind.STREAMING || stream.flow().body.left() > 0) {
            session.reset(stream.flow().id, Http2Error.CANCEL); // the answer is here before the request was all written
        }
        streams.end(stream, settle(stream, answers), answers);
    }

    /** Tells the answer that a stream ended with.
     *
     * @return why requests fail that are still left on it
     */
    private Failure settle(ClientStream stream, Answers answers) throws Http2Error {
        if (kind == CallKind.HTTP) {
            streams.answered(stream, stream.status(), stream.bytes, answers);
            return Failure.STREAM;
        }
        int outcome = stream.grpcOutcome();
        boolean empty = outcome == 200 && stream.bytes < EchoMessage.PREFIX;
        if (outcome < 0 || kind == CallKind.UNARY && empty) {
            return Failure.PROTOCOL;
        }
        if (kind == CallKind.UNARY || outcome != 200 && stream.isAwaited()) {
            streams.answered(stream, outcome, stream.bytes, answers);
        }
        return Failure.STREAM;
    }

    void reset(Answers answers) {
        var stream = streams.get(session.stream());
        if (stream != null) {
            streams.end(stream, Failure.STREAM, answers);
        }
    }

    void window(Answers answers) throws Http2Error {
        var stream = streams.get(session.stream());
        if (stream == null) {
            return;
        }
        int increment = session.increment();
        if (increment == 0 || !stream.flow().outgoing.grow(increment)) {
            session.reset(stream.flow().id, increment == 0 ? Http2Error.PROTOCOL : Http2Error.FLOW_CONTROL);
            streams.end(stream, Failure.PROTOCOL, answers);
        } else {
            streams.wake(stream);
        }
    }

    private void malformed(ClientStream stream, Answers answers) throws Http2Error {
        session.reset(stream.flow().id, Http2Error.PROTOCOL);
        streams.end(stream, Failure.PROTOCOL, answers);
    }
}
