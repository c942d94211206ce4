package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Small things done to bytes that protocols share, without a String in between. */
final class Bytes {

    private static final byte[] FILLER = filler(8 * 1024);

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Writes a number of at least 0 as decimal digits. */
    static void putDecimal(long number, ByteBuffer out) {
        long unit = 1;
        while (number / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            out.put((byte) ('0' + number / unit % 10));
        }
    }

    /**
     * Writes so much of a body as there is room for: printable bytes that mean nothing.
     *
     * @return how many bytes
     */
    static int putFiller(long left, ByteBuffer out) {
        int written = 0;
        while (written < left && out.hasRemaining()) {
            int piece = (int) Math.min(Math.min(left - written, FILLER.length), out.remaining());
            out.put(FILLER, 0, piece);
            written += piece;
        }
        return written;
    }

    /** Whether the bytes from {@code from} on begin with this lower-case text, whatever their case. */
    static boolean matches(ByteBuffer in, int from, int to, byte[] lower) {
        if (to - from < lower.length) {
            return false;
        }
        for (int i = 0; i < lower.length; i++) {
            byte found = in.get(from + i);
            if ((found >= 'A' && found <= 'Z' ? found + 32 : found) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    /** The place of the next line feed from {@code from} on, or -1. */
    static int lineFeed(ByteBuffer in, int from) {
        for (int i = from; i < in.limit(); i++) {
            if (in.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static byte[] filler(int length) {
        var filler = new byte[length];
        for (int i = 0; i < length; i++) {
            filler[i] = (byte) ('a' + i % 26);
        }
        return filler;
    }
}
