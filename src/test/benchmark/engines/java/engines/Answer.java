package engines;

import java.nio.ByteBuffer;

/** Finds the end of an answer, the same cheap way for every engine, so that engines are compared and not parsers. */
final class Answer {
    private static final byte[] LENGTH = "content-length:".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private Answer() {}

    /** Whether the bytes from one index to another hold a whole answer with a Content-Length. */
    static boolean whole(ByteBuffer bytes, int from, int to) {
        int length = 0;
        for (int line = from; line < to;) {
            int end = line;
            while (end < to && bytes.get(end) != '\n') {
                end++;
            }
            if (end == line + 1) {
                return end + 1 + length <= to;
            }
            if (lengthStands(bytes, line, end)) {
                length = number(bytes, line + LENGTH.length, end);
            }
            line = end + 1;
        }
        return false;
    }

    private static boolean lengthStands(ByteBuffer bytes, int line, int end) {
        if (end - line < LENGTH.length) {
            return false;
        }
        for (int i = 0; i < LENGTH.length; i++) {
            byte b = bytes.get(line + i);
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(ByteBuffer bytes, int from, int end) {
        int value = 0;
        for (int i = from; i < end; i++) {
            byte b = bytes.get(i);
            value = b >= '0' && b <= '9' ? value * 10 + b - '0' : value;
        }
        return value;
    }
}
