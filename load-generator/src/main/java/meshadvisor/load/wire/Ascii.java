package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** Words and numbers in bytes of the text of HTTP/1.1, read where they lie. */
final class Ascii {

    private static final boolean[] TOKEN = new boolean[256];

    static {
        for (byte each : Bytes.of("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")) {
            TOKEN[each] = true;
        }
    }

    private Ascii() {}

    /** Whether a byte may be in a name of a field or of a method (RFC 9110, section 5.6.2). */
    static boolean isToken(byte each) {
        return TOKEN[each & 0xff];
    }

    /** Whether a byte may be in a value of a field: visible, blank, tabulator, or beyond ASCII (RFC 9110, section 5.5). */
    static boolean isText(byte each) {
        return each >= ' ' && each != 0x7f || each < 0 || each == '\t';
    }

    static boolean isBlank(byte each) {
        return each == ' ' || each == '\t';
    }

    /**
     * Whether these bytes are a word, whose letters may be of either case.
     *
     * @param lower the word in small letters
     */
    static boolean is(ByteBuffer in, int from, int to, byte[] lower) {
        return to - from == lower.length && Bytes.matches(in, from, to, lower);
    }

    /** Whether these bytes are exactly a word. */
    static boolean equal(ByteBuffer in, int from, int to, byte[] word) {
        if (to - from != word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (in.get(from + i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** A number of 1 to 18 decimal digits and nothing else, or -1. */
    static long decimal(ByteBuffer in, int from, int to) {
        if (to == from || to - from > 18) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = in.get(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** A number of 1 to 15 hexadecimal digits and nothing else, or -1. */
    static long hexadecimal(ByteBuffer in, int from, int to) {
        if (to == from || to - from > 15) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(in.get(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
