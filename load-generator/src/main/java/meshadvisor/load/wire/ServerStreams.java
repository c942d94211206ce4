package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The open streams of a server, and the answers that are written to them. */
final class ServerStreams {

    /** The status of gRPC for a call that failed (INTERNAL). */
    private static final int INTERNAL = 13;

    private final Session session;
    private final StreamMap<ServerStream> streams = new StreamMap<>(ServerStream::new);
    private final Backlog<ServerStream> backlog;
    private final ServerCalls calls = new ServerCalls();
    private int incomplete;

    ServerStreams(Session session) {
        this.session = session;
        this.backlog = new Backlog<>(session, this::write);
    }

    int open() {
        return streams.size();
    }

    @Nullable
    ServerStream get(int id) {
        return streams.get(id);
    }

    ServerStream add(int id, RequestHead head) {
        var stream = streams.add(id, session.peer.initialWindow());
        stream.begin(head);
        incomplete += stream.grpc ? 0 : 1;
        return stream;
    }

    /** Whether requests have begun that are not yet whole; messages of gRPC apart, which may come at any time. */
    boolean areIncomplete() {
        return incomplete > 0;
    }

    /** The peer's last word on a stream. */
    void halfClose(ServerStream stream) {
        incomplete -= stream.grpc || stream.halfClosed ? 0 : 1;
        stream.halfClosed = true;
    }

    /** A whole request is here. */
    int call(ServerStream stream) throws Http2Error {
        var call = calls.open(stream);
        stream.add(call);
        return call.number;
    }

    void answer(int number, int status, int bytes, ByteBuffer out) {
        var call = calls.get(number);
        var stream = call.stream;
        if (stream == null) {
            calls.close(call);
            return;
        }
        call.answered = true;
        call.status = status;
        call.bytes = bytes;
        if (stream.oldest() == call) {
            backlog.write(stream, out);
        }
    }

    boolean hasMore() {
        return backlog.hasMore();
    }

    void more(ByteBuffer out) {
        backlog.more(out);
    }

    /** Gives a stream its turn: its window grew, or its peer said the last word. */
    void wake(ServerStream stream) {
        backlog.wake(stream);
    }

    /** Changes the windows of all streams. */
    void changeWindows(int change) throws Http2Error {
        backlog.changeWindows(streams, change);
    }

    /** Ends a stream. Its calls that wait for their answers keep their numbers until then. */
    void end(ServerStream stream) {
        halfClose(stream);
        backlog.drop(stream);
        streams.remove(stream);
        for (var call = stream.poll(); call != null; call = stream.poll()) {
            if (call.answered) {
                calls.close(call);
            } else {
                call.stream = null;
            }
        }
    }

    /** Writes what a stream has to say, as far as the buffer and the windows go. */
    private Written write(ServerStream stream, ByteBuffer out) {
        while (true) {
            if (stream.writing) {
                var written = session.write(stream.flow(), !stream.grpc, out);
                if (written != Written.ALL) {
                    return written;
                }
                complete(stream);
            }
            var next = stream.oldest();
            boolean over = next == null && stream.grpc && stream.halfClosed;
            if (!over && (next == null || !next.answered)) {
                return Written.ALL;
            }
            if (out.remaining() < 2 * AnswerHead.MOST) {
                return Written.BUFFER_FULL;
            }
            if (next == null) {
                finish(stream, 0, out);
                return Written.ALL;
            }
            if (!begin(stream, next, out)) {
                return Written.ALL;
            }
        }
    }

    /** The oldest call's answer is written. */
    private void complete(ServerStream stream) {
        stream.writing = false;
        var call = stream.poll();
        if (call != null) {
            calls.close(call);
            session.patience.regain();
        }
        if (!stream.grpc) {
            end(stream);
        }
    }

    /** Begins an answer.
     *
     * @return whether the stream goes on
     */
    private boolean begin(ServerStream stream, ServerCall call, ByteBuffer out) {
        if (!stream.grpc) {
            boolean body = call.bytes > 0 && !stream.bodiless && AnswerHead.hasLength(call.status);
            AnswerHead.http(out, stream.flow().id, call.status, call.bytes, !body);
            stream.flow().body.plain(body ? call.bytes : 0);
            stream.writing = true;
            if (!body) {
                complete(stream);
            }
            return body;
        }
        if (call.status != 200) {
            finish(stream, INTERNAL, out);
            return false;
        }
        if (!stream.headed) {
            stream.headed = true;
            AnswerHead.grpc(out, stream.flow().id);
        }
        stream.flow().body.message(call.bytes, -1);
        stream.writing = true;
        return true;
    }

    private void finish(ServerStream stream, int status, ByteBuffer out) {
        AnswerHead.grpcEnd(out, stream.flow().id, status, stream.headed);
        if (!stream.halfClosed) {
            FrameHead.write(out, Integer.BYTES, FrameType.RST_STREAM, 0, stream.flow().id);
            out.putInt(Http2Error.NO_ERROR); // the rest of the request is of no use
        }
        session.patience.regain();
        end(stream);
    }
}
