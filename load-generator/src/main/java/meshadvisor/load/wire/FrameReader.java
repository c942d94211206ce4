package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/**
 * Takes frames apart as their bytes come, in whatever pieces. What has come is consumed at once but for the beginning of the fixed parts,
 * at most nine bytes long.
 */
final class FrameReader {

    private static final int SETTING_BYTES = 6;
    private static final int PRIORITY_BYTES = 5;

    private final FrameHead head = new FrameHead();
    private final HeaderFragments block = new HeaderFragments();
    private boolean inside;
    private boolean begun;
    private boolean blockOpen;
    private int content;
    private int padding;
    private int charged;
    private int available;
    private int number;
    private long value;

    /** Reads up to the next event. After {@link FrameEvent#DATA} the caller must consume {@link #available} bytes. */
    FrameEvent next(ByteBuffer in) throws Http2Error {
        while (true) {
            if (!inside) {
                if (in.remaining() < FrameHead.BYTES) {
                    return FrameEvent.NONE;
                }
                enter(in);
            }
            var event = begun || begin(in) ? inside(in) : FrameEvent.NONE;
            if (event != FrameEvent.NONE || inside) {
                return event;
            }
        }
    }

    private void enter(ByteBuffer in) throws Http2Error {
        head.read(in);
        var type = head.type();
        if (blockOpen ? type != FrameType.CONTINUATION || head.stream() != block.stream() : type == FrameType.CONTINUATION) {
            throw Http2Error.protocol("a header block that is interrupted or not begun");
        }
        if (type == FrameType.PUSH_PROMISE) {
            throw Http2Error.protocol("a push nobody asked for");
        }
        if (type == FrameType.SETTINGS && head.length() % SETTING_BYTES != 0 || isLongAck()) {
            throw new Http2Error(Http2Error.FRAME_SIZE, "length of SETTINGS");
        }
        inside = true;
        begun = false;
    }

    private boolean isLongAck() {
        return head.type() == FrameType.SETTINGS && head.has(FrameHead.ACK) && head.length() > 0;
    }

    /** Reads what precedes the content, if it is there. */
    private boolean begin(ByteBuffer in) throws Http2Error {
        int preamble = head.preamble();
        if (in.remaining() < preamble) {
            return false;
        }
        padding = preamble % PRIORITY_BYTES == 1 ? in.get() & 0xff : 0;
        if (preamble >= PRIORITY_BYTES) {
            in.position(in.position() + PRIORITY_BYTES);
        }
        content = head.length() - preamble - padding;
        if (content < 0) {
            throw Http2Error.protocol("a padding longer than its frame");
        }
        charged = head.length();
        begun = true;
        if (head.type() == FrameType.HEADERS) {
            block.begin(head.stream(), head.has(FrameHead.END_STREAM));
            blockOpen = true;
        }
        if (blockOpen) {
            block.nextFrame();
        }
        return true;
    }

    private FrameEvent inside(ByteBuffer in) throws Http2Error {
        return switch (head.type()) {
            case DATA -> data(in);
            case HEADERS, CONTINUATION -> fragment(in);
            case SETTINGS -> settings(in);
            case RST_STREAM -> word(in, FrameEvent.RESET);
            case WINDOW_UPDATE -> word(in, FrameEvent.WINDOW);
            case PING -> longWord(in, FrameEvent.PING);
            case GOAWAY -> content == head.length() ? longWord(in, FrameEvent.GOAWAY) : skip(in);
            case PRIORITY, PUSH_PROMISE, UNKNOWN -> skip(in);
        };
    }

    private FrameEvent data(ByteBuffer in) {
        available = Math.min(content, in.remaining());
        if (content == 0) {
            return afterContent(in) ? FrameEvent.DATA : FrameEvent.NONE;
        }
        content -= available;
        inside = content > 0 || padding > 0;
        return available > 0 ? FrameEvent.DATA : FrameEvent.NONE;
    }

    private boolean afterContent(ByteBuffer in) {
        int skipped = Math.min(padding, in.remaining());
        in.position(in.position() + skipped);
        padding -= skipped;
        inside = padding > 0;
        return !inside;
    }

    private FrameEvent fragment(ByteBuffer in) throws Http2Error {
        int piece = Math.min(content, in.remaining());
        block.add(in, piece);
        content -= piece;
        if (content > 0 || !afterContent(in)) {
            return FrameEvent.NONE;
        }
        blockOpen = !head.has(FrameHead.END_HEADERS);
        return blockOpen ? FrameEvent.NONE : FrameEvent.HEADERS;
    }

    private FrameEvent settings(ByteBuffer in) {
        if (content == 0) {
            inside = false;
            return FrameEvent.SETTINGS;
        }
        if (in.remaining() < SETTING_BYTES) {
            return FrameEvent.NONE;
        }
        content -= SETTING_BYTES;
        number = in.getShort() & 0xffff;
        value = in.getInt() & 0xffff_ffffL;
        return FrameEvent.SETTING;
    }

    private FrameEvent word(ByteBuffer in, FrameEvent event) {
        if (in.remaining() < Integer.BYTES) {
            return FrameEvent.NONE;
        }
        value = in.getInt() & 0xffff_ffffL;
        inside = false;
        return event;
    }

    private FrameEvent longWord(ByteBuffer in, FrameEvent event) {
        if (in.remaining() < Long.BYTES) {
            return FrameEvent.NONE;
        }
        value = in.getLong();
        content -= Long.BYTES;
        inside = content > 0;
        return event;
    }

    private FrameEvent skip(ByteBuffer in) {
        int skipped = Math.min(content, in.remaining());
        in.position(in.position() + skipped);
        content -= skipped;
        inside = content > 0;
        return FrameEvent.NONE;
    }

    /** Whether a frame or a header block has begun and is not complete. */
    boolean isMidway() {
        return inside || blockOpen;
    }

    int stream() {
        return head.stream();
    }

    /** Whether the frame is an acknowledgement. */
    boolean isAck() {
        return head.has(FrameHead.ACK);
    }

    HeaderFragments block() {
        return block;
    }

    /** Bytes of the body that are here now. */
    int available() {
        return available;
    }

    /** Bytes that count against the windows and were not yet told: a frame's whole length with its first event, then 0. */
    int charge() {
        int charge = charged;
        charged = 0;
        return charge;
    }

    /** Whether the stream ends with the piece at hand. */
    boolean last() {
        return !inside && head.has(FrameHead.END_STREAM);
    }

    /** The number of a setting. */
    int number() {
        return number;
    }

    /** The value of a setting, the growth of a window, the code of a reset, the eight bytes of PING or GOAWAY. */
    long value() {
        return value;
    }
}
