package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** What both sides of HTTP/2 do alike on the connection itself: settings, pings, the windows, header compression, the end. */
final class Session {

    /** What the peer may have under way in bodies on the whole connection. */
    private static final int WINDOW = 1 << 28;
    /** Frames of bodies are not cut shorter than this only because a buffer is nearly full. */
    private static final int LEAST_PIECE = 1024;

    final Owed owed = new Owed();
    final PeerSettings peer = new PeerSettings();
    final Patience patience = new Patience();
    private final FrameReader frames = new FrameReader();
    private final SendWindow outgoing = new SendWindow();
    private final ReceiveWindow incoming = new ReceiveWindow(WINDOW);
    private final HpackReader hpack;
    private boolean settled;
    private int charge;
    private int windowChange;

    /** A connection before its first byte.
     *
     * @param tableSize octets of the table that the peer's encoder may use
     */
    Session(int tableSize) {
        hpack = new HpackReader(new HpackTable(tableSize));
    }

    /** Writes our settings, numbers and values by turns, and enlarges the window of the connection. */
    void open(int[] settings, ByteBuffer out) {
        FrameHead.write(out, settings.length * 3, FrameType.SETTINGS, 0, 0);
        for (int i = 0; i < settings.length; i += 2) {
            out.putShort((short) settings[i]).putInt(settings[i + 1]);
        }
        FrameHead.write(out, Integer.BYTES, FrameType.WINDOW_UPDATE, 0, 0);
        out.putInt(WINDOW - SendWindow.INITIAL);
    }

    /** Reads up to the next event that concerns streams. */
    FrameEvent next(ByteBuffer in) throws Http2Error {
        while (true) {
            var event = frames.next(in);
            if (!settled && event != FrameEvent.NONE) {
                settle(event);
            }
            boolean ofStreams = switch (event) {
                case NONE, HEADERS, RESET, GOAWAY -> true;
                case DATA -> charge();
                case WINDOW -> frames.stream() != 0 || grow();
                case SETTING -> setting();
                case SETTINGS -> settings();
                case PING -> ping();
            };
            if (ofStreams) {
                return event;
            }
        }
    }

    private void settle(FrameEvent first) throws Http2Error {
        if (first != FrameEvent.SETTING && first != FrameEvent.SETTINGS || frames.isAck()) {
            throw Http2Error.protocol("a beginning without settings");
        }
        settled = true;
    }

    private boolean charge() throws Http2Error {
        charge = frames.charge();
        if (!incoming.take(charge)) {
            throw Http2Error.flowControl("more than the window of the connection");
        }
        if (charge == 0 && frames.available() == 0 && !frames.last()) {
            patience.spend();
        }
        int refill = incoming.refill();
        if (refill > 0) {
            owed.word(FrameType.WINDOW_UPDATE, 0, refill);
        }
        return true;
    }

    private boolean grow() throws Http2Error {
        if (increment() == 0) {
            throw Http2Error.protocol("a window that grows by nothing");
        }
        if (!outgoing.grow(increment())) {
            throw Http2Error.flowControl("a window beyond 2^31 - 1");
        }
        return false;
    }

    private boolean setting() throws Http2Error {
        windowChange = peer.set(frames.number(), frames.value());
        return windowChange != 0;
    }

    private boolean settings() throws Http2Error {
        if (!frames.isAck()) {
            peer.complete();
            patience.spend();
            owed.settingsAck();
        }
        return false;
    }

    private boolean ping() throws Http2Error {
        if (!frames.isAck()) {
            patience.spend();
            owed.pong(frames.value());
        }
        return false;
    }

    /** Counts the piece at hand against the window of its stream, and fills that again unless the stream ends. */
    void charge(StreamFlow flow) throws Http2Error {
        if (!flow.incoming.take(charge)) {
            throw Http2Error.flowControl("more than the window of a stream");
        }
        int refill = frames.last() ? 0 : flow.incoming.refill();
        if (refill > 0) {
            owed.word(FrameType.WINDOW_UPDATE, flow.id, refill);
        }
    }

    void decode(HeaderSink sink) throws Http2Error {
        frames.block().decode(hpack, sink);
    }

    /** Writes the body of a stream as far as the windows and the buffer go. */
    Written write(StreamFlow flow, boolean ends, ByteBuffer out) {
        var body = flow.body;
        for (long left = body.left(); left > 0; left = body.left()) {
            int room = out.remaining() - FrameHead.BYTES;
            int window = Math.min(flow.outgoing.left(), outgoing.left());
            if (window <= 0) {
                return flow.outgoing.left() <= 0 ? Written.STREAM_FULL : Written.CONNECTION_FULL;
            }
            if (room < Math.min(left, LEAST_PIECE)) {
                return Written.BUFFER_FULL;
            }
            int piece = (int) Math.min(left, Math.min(Math.min(window, room), FrameHead.MOST));
            FrameHead.write(out, piece, FrameType.DATA, ends && piece == left ? FrameHead.END_STREAM : 0, flow.id);
            body.put(out, piece);
            flow.outgoing.take(piece);
            outgoing.take(piece);
        }
        return Written.ALL;
    }

    void reset(int stream, int code) throws Http2Error {
        owed.word(FrameType.RST_STREAM, stream, code);
    }

    /** Writes the reason why the connection ends. */
    void goaway(int lastStream, int code, ByteBuffer out) {
        owed.flush(out);
        if (out.remaining() >= FrameHead.BYTES + Long.BYTES) {
            FrameHead.write(out, Long.BYTES, FrameType.GOAWAY, 0, 0);
            out.putInt(lastStream).putInt(code);
        }
    }

    /** What may still be written of bodies, of all streams together. */
    int window() {
        return outgoing.left();
    }

    /** Whether a frame or a header block has begun and is not complete. */
    boolean isMidway() {
        return frames.isMidway();
    }

    /** The stream of the last event. */
    int stream() {
        return frames.stream();
    }

    /** Whether the stream ends with the last event: its headers or a piece of its body. */
    boolean last() {
        return frames.last();
    }

    /** Whether the stream ends with the header block at hand, however many frames that took. */
    boolean lastBlock() {
        return frames.block().last();
    }

    /** Bytes of a body that are here and must be consumed. */
    int available() {
        return frames.available();
    }

    /** By how much the window of a stream grows. */
    int increment() {
        return (int) frames.value() & Integer.MAX_VALUE;
    }

    /** By how much a setting changes the windows of all open streams. */
    int windowChange() {
        return windowChange;
    }

    /** The last stream that a GOAWAY of the peer leaves alive. */
    int lastStream() {
        return (int) (frames.value() >>> Integer.SIZE) & Integer.MAX_VALUE;
    }
}
