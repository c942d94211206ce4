package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/**
 * The server's side of HTTP/2 with prior knowledge (RFC 9113), and of gRPC where the content-type says so: there each message of the
 * request is a call, answered by a message in the same order.
 */
public final class Http2Server implements ServerProtocol {

    private static final int[] SETTINGS = {PeerSettings.MAX_CONCURRENT_STREAMS, ServerRequests.MOST_STREAMS,
            PeerSettings.INITIAL_WINDOW_SIZE, ServerStream.WINDOW};
    /** Octets of the peer's dynamic table: what it has before it hears of anything else. */
    private static final int TABLE_SIZE = 4096;

    private final Preface preface = new Preface();
    private final Session session = new Session(TABLE_SIZE);
    private final ServerStreams streams = new ServerStreams(session);
    private final ServerRequests requests = new ServerRequests(session, streams);
    private boolean leaving;

    @Override
    public void open(ByteBuffer out) {
        session.open(SETTINGS, out);
    }

    @Override
    public void receive(ByteBuffer in, ByteBuffer out, Calls calls) throws WireException {
        try {
            session.patience.regain();
            if (!preface.read(in)) {
                return;
            }
            for (var event = session.next(in); event != FrameEvent.NONE; event = session.next(in)) {
                take(event, in, calls);
            }
        } catch (Http2Error e) {
            leaving = true;
            session.goaway(requests.lastId(), e.code(), out);
            throw e.asWireException();
        }
        more(out);
    }

    private void take(FrameEvent event, ByteBuffer in, Calls calls) throws Http2Error {
        int id = session.stream();
        if (id != 0 && id % 2 == 0) {
            throw Http2Error.protocol("a stream with a server's number");
        }
        switch (event) {
            case HEADERS -> requests.headers(calls);
            case DATA -> requests.body(in, calls);
            case RESET -> requests.reset();
            case WINDOW -> requests.window();
            case SETTING -> streams.changeWindows(session.windowChange());
            case GOAWAY -> leaving = true;
            case NONE, SETTINGS, PING -> {}
        }
    }

    @Override
    public void answer(int call, int status, int bytes, ByteBuffer out) {
        session.owed.flush(out);
        streams.answer(call, status, bytes, out);
    }

    @Override
    public boolean hasMore() {
        return !session.owed.isEmpty() || streams.hasMore();
    }

    @Override
    public void more(ByteBuffer out) {
        if (session.owed.flush(out)) {
            streams.more(out);
        }
    }

    @Override
    public boolean midway() {
        return !preface.isComplete() || session.isMidway() || streams.areIncomplete();
    }

    @Override
    public boolean closing() {
        return leaving && streams.open() == 0;
    }
}
