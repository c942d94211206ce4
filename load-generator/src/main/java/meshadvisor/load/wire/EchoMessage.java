package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/**
 * The one message of our gRPC service (echo.proto), by hand: the prefix of gRPC, then {@code wanted} (field 2) before {@code payload}
 * (field 1), so that everything but the payload is at the front. The order of fields is free in this format.
 */
final class EchoMessage {

    /** The prefix of a message: a flag for compression, and the length. */
    static final int PREFIX = 5;
    /** The longest that can precede a payload: the prefix, two tags and two numbers. */
    static final int MOST_HEAD = PREFIX + 2 + 2 * 5;
    static final int PAYLOAD_FIELD = 1;
    static final int WANTED_FIELD = 2;

    private static final byte PAYLOAD_TAG = PAYLOAD_FIELD << 3 | 2;
    private static final byte WANTED_TAG = WANTED_FIELD << 3;

    private EchoMessage() {}

    static void writeHead(ByteBuffer head, int payload, int wanted) {
        int start = head.position();
        head.position(start + PREFIX);
        if (wanted >= 0) {
            varint(head.put(WANTED_TAG), wanted);
        }
        if (payload > 0) {
            varint(head.put(PAYLOAD_TAG), payload);
        }
        int length = head.position() - start - PREFIX + payload;
        head.put(start, (byte) 0).putInt(start + 1, length);
    }

    private static void varint(ByteBuffer out, int value) {
        int left = value;
        while (left > 0x7f) {
            out.put((byte) (left | 0x80));
            left >>>= 7;
        }
        out.put((byte) left);
    }
}
