package meshadvisor.load.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Frames written by hand, as a peer might that knows no rules. */
final class RawFrames {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    record Frame(FrameType type, int flags, int stream, ByteBuffer payload) {

        /** The four bytes that a payload ends with. */
        int code() {
            return payload.getInt(payload.limit() - 4);
        }

        int size() {
            return payload.limit();
        }

        byte[] bytes() {
            var copy = new byte[size()];
            payload.get(0, copy);
            return copy;
        }

        boolean endsStream() {
            return (flags & FrameHead.END_STREAM) != 0;
        }
    }

    /** What a client says first. */
    static RawFrames ofClient() {
        return new RawFrames().raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").frame(FrameType.SETTINGS, 0, 0);
    }

    static RawFrames ofServer() {
        return new RawFrames().frame(FrameType.SETTINGS, 0, 0);
    }

    RawFrames raw(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    RawFrames frame(FrameType type, int flags, int stream, byte... payload) {
        var head = ByteBuffer.allocate(FrameHead.BYTES);
        FrameHead.write(head, payload.length, type, flags, stream);
        bytes.writeBytes(head.array());
        bytes.writeBytes(payload);
        return this;
    }

    RawFrames hex(FrameType type, int flags, int stream, String payload) {
        return frame(type, flags, stream, HexFormat.of().parseHex(payload.replace(" ", "")));
    }

    RawFrames word(FrameType type, int stream, int value) {
        return frame(type, 0, stream, ByteBuffer.allocate(4).putInt(value).array());
    }

    RawFrames setting(int number, int value) {
        return frame(FrameType.SETTINGS, 0, 0, ByteBuffer.allocate(6).putShort((short) number).putInt(value).array());
    }

    /** A whole request or, with another block, a whole answer. */
    RawFrames headers(int stream, String block) {
        return hex(FrameType.HEADERS, FrameHead.END_HEADERS | FrameHead.END_STREAM, stream, block);
    }

    RawFrames times(int count, RawFrames other) {
        for (int i = 0; i < count; i++) {
            bytes.writeBytes(other.bytes.toByteArray());
        }
        return this;
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** The frames that a side wrote. */
    static List<Frame> read(ByteBuffer out) {
        var frames = new ArrayList<Frame>();
        out.flip();
        while (out.hasRemaining()) {
            int first = out.getInt();
            int flags = out.get();
            int stream = out.getInt();
            var payload = new byte[first >>> 8];
            out.get(payload);
            frames.add(new Frame(FrameType.of(first & 0xff), flags, stream, ByteBuffer.wrap(payload)));
        }
        out.clear();
        return frames;
    }
}
