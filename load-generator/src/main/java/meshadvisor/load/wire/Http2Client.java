package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import java.util.List;

/** The client's side of HTTP/2 with prior knowledge (RFC 9113): plain HTTP, and what {@link GrpcClient} makes of it. */
public final class Http2Client implements ClientProtocol {

    /** Streams at a time if the peer allows more. */
    private static final int MOST_STREAMS = 1 << 16;
    /** Requests at a time on streams that stay open. */
    private static final int MOST_MESSAGES = 1 << 14;
    private static final int[] SETTINGS = {PeerSettings.HEADER_TABLE_SIZE, 0, PeerSettings.ENABLE_PUSH, 0,
            PeerSettings.INITIAL_WINDOW_SIZE, ClientStream.WINDOW};

    private final CallKind kind;
    private final PreparedRequest[] requests;
    private final Session session = new Session(0);
    private final ClientStreams streams;
    private final ClientResponses responses;
    private final Lanes lanes;
    private int nextId;
    private boolean leaving;

    /** A connection that asks for these routes. */
    public Http2Client(List<Route> routes) {
        this(routes, CallKind.HTTP, 1, 1);
    }

    Http2Client(List<Route> routes, CallKind kind, int lanes, int firstId) {
        this.kind = kind;
        requests = routes.stream().map(route -> PreparedRequest.of(route, kind)).toArray(PreparedRequest[]::new);
        streams = new ClientStreams(session, kind);
        responses = new ClientResponses(session, streams, kind);
        this.lanes = new Lanes(streams, requests.length, lanes);
        nextId = firstId;
    }

    @Override
    public void open(ByteBuffer out) {
        Preface.write(out);
        session.open(SETTINGS, out);
    }

    @Override
    public int room() {
        if (leaving) {
            return 0;
        }
        if (kind == CallKind.STREAMING) {
            return lanes.missing() <= streamRoom() ? Math.max(0, MOST_MESSAGES - streams.exchanges()) : 0;
        }
        return streamRoom();
    }

    /** How many more streams may be opened. */
    private int streamRoom() {
        int ids = nextId < 0 ? 0 : (Integer.MAX_VALUE - nextId) / 2 + 1;
        return Math.max(0, Math.min(ids, Math.min(MOST_STREAMS, session.peer.maxStreams()) - streams.open()));
    }

    @Override
    public void send(int ticket, int route, int payload, int wanted, ByteBuffer out) {
        if (room() <= 0) {
            throw new IllegalStateException("no room for a request");
        }
        session.owed.flush(out);
        var stream = kind == CallKind.STREAMING ? lane(route, out) : stream(route, payload, wanted, out);
        streams.begin(stream, streams.exchange(ticket, payload, wanted), out);
    }

    private ClientStream lane(int route, ByteBuffer out) {
        var open = lanes.next(route, streamRoom() > 0);
        if (open != null) {
            return open;
        }
        var opened = stream(route, 0, -1, out);
        lanes.opened(opened.flow().id);
        return opened;
    }

    private ClientStream stream(int route, int payload, int wanted, ByteBuffer out) {
        int id = nextId;
        nextId += 2;
        requests[route].write(out, id, payload, wanted);
        return streams.add(id);
    }

    @Override
    public void receive(ByteBuffer in, ByteBuffer out, Answers answers) throws WireException {
        try {
            session.patience.regain();
            for (var event = session.next(in); event != FrameEvent.NONE; event = session.next(in)) {
                take(event, in, answers);
            }
        } catch (Http2Error e) {
            leaving = true;
            session.goaway(0, e.code(), out);
            throw e.asWireException();
        }
        more(out);
    }

    private void take(FrameEvent event, ByteBuffer in, Answers answers) throws Http2Error {
        int id = session.stream();
        if (id != 0 && (id % 2 == 0 || nextId > 0 && id >= nextId)) {
            throw Http2Error.protocol("a stream that nobody opened");
        }
        switch (event) {
            case HEADERS -> responses.headers(answers);
            case DATA -> responses.body(in, answers);
            case RESET -> responses.reset(answers);
            case WINDOW -> responses.window(answers);
            case SETTING -> streams.changeWindows(session.windowChange());
            case GOAWAY -> {
                leaving = true;
                streams.endAbove(session.lastStream(), Failure.STREAM, answers);
            }
            case NONE, SETTINGS, PING -> {}
        }
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
    public void closed(Answers answers) {
        abandon(Failure.CLOSED, answers);
    }

    @Override
    public void abandon(Failure why, Answers answers) {
        leaving = true;
        streams.endAbove(0, why, answers);
    }
}
