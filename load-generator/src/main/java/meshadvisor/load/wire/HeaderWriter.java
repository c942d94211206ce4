package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes header fields that need no table: indexes of the static one, else literals without indexing and without Huffman code. */
final class HeaderWriter {

    private static final int INDEXED = 0x80;

    private HeaderWriter() {}

    static void indexed(ByteBuffer out, int index) {
        out.put((byte) (INDEXED | index));
    }

    static void field(ByteBuffer out, String name, String value) {
        int both = HpackStatic.find(name, value);
        if (both > 0) {
            indexed(out, both);
            return;
        }
        int index = HpackStatic.find(name);
        integer(out, 0, 4, index);
        if (index == 0) {
            text(out, name);
        }
        text(out, value);
    }

    /** A field whose name has an index and whose value is a number. */
    static void number(ByteBuffer out, int nameIndex, int value) {
        integer(out, 0, 4, nameIndex);
        digits(out, value);
    }

    /** A field whose name is spelled out and whose value is a number. */
    static void number(ByteBuffer out, byte[] name, int value) {
        out.put((byte) 0);
        integer(out, 0, 7, name.length);
        out.put(name);
        digits(out, value);
    }

    private static void text(ByteBuffer out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        integer(out, 0, 7, bytes.length);
        out.put(bytes);
    }

    /** A string of decimal digits, its length first. */
    private static void digits(ByteBuffer out, int value) {
        int digits = 1;
        for (int rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        out.put((byte) digits);
        int at = out.position() + digits;
        out.position(at);
        int rest = value;
        for (int i = 0; i < digits; i++) {
            out.put(--at, (byte) ('0' + rest % 10));
            rest /= 10;
        }
    }

    static void integer(ByteBuffer out, int first, int bits, int value) {
        int mask = (1 << bits) - 1;
        if (value < mask) {
            out.put((byte) (first | value));
            return;
        }
        out.put((byte) (first | mask));
        int rest = value - mask;
        while (rest > 0x7f) {
            out.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    /** Writes the head of a HEADERS frame over the nine bytes left free for it, once its block is written. */
    static void close(ByteBuffer out, int start, int stream, boolean ends) {
        int end = out.position();
        out.position(start);
        FrameHead.write(out, end - start - FrameHead.BYTES, FrameType.HEADERS,
                FrameHead.END_HEADERS | (ends ? FrameHead.END_STREAM : 0), stream);
        out.position(end);
    }
}
