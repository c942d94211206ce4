package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** The nine bytes that every frame begins with. */
final class FrameHead {

    static final int BYTES = 9;
    /** The largest payload, for frames of either direction: what every peer must accept. */
    static final int MOST = 16_384;

    static final int ACK = 0x1;
    static final int END_STREAM = 0x1;
    static final int END_HEADERS = 0x4;
    static final int PADDED = 0x8;
    static final int PRIORITY = 0x20;

    private int length;
    private FrameType type = FrameType.UNKNOWN;
    private int flags;
    private int stream;

    void read(ByteBuffer in) throws Http2Error {
        int first = in.getInt();
        length = first >>> 8;
        type = FrameType.of(first & 0xff);
        flags = in.get();
        stream = in.getInt() & Integer.MAX_VALUE;
        if (length > MOST) {
            throw new Http2Error(Http2Error.FRAME_SIZE, "a frame larger than allowed");
        }
        type.check(stream, length);
    }

    int length() {
        return length;
    }

    FrameType type() {
        return type;
    }

    int stream() {
        return stream;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Bytes before the content: the length of padding, the priority. */
    int preamble() {
        return switch (type) {
            case DATA -> has(PADDED) ? 1 : 0;
            case HEADERS -> (has(PADDED) ? 1 : 0) + (has(PRIORITY) ? 5 : 0);
            case PRIORITY, RST_STREAM, SETTINGS, PUSH_PROMISE, PING, GOAWAY, WINDOW_UPDATE, CONTINUATION, UNKNOWN -> 0;
        };
    }

    static void write(ByteBuffer out, int length, FrameType type, int flags, int stream) {
        out.putInt(length << 8 | type.number()).put((byte) flags).putInt(stream);
    }
}
