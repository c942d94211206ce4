package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/**
 * What matters here of the header section of one request, gathered line by line. Reused from request to request. Its methods say 0,
 * or the status of the error with which the request is to be refused.
 */
final class Http1Head {

    static final int FINE = 0;
    static final int BAD_REQUEST = 400;
    static final int EXPECTATION_FAILED = 417;
    static final int NOT_IMPLEMENTED = 501;
    static final int VERSION_NOT_SUPPORTED = 505;

    private static final byte[] HEAD = Bytes.of("HEAD");
    private static final byte[] CONNECT = Bytes.of("CONNECT");
    private static final byte[] HTTP_1_1 = Bytes.of("HTTP/1.1");
    private static final byte[] HTTP_1_0 = Bytes.of("HTTP/1.0");
    private static final byte[] HEALTH = Bytes.of("/healthz");

    private static final byte[] HOST = Bytes.of("host");
    private static final byte[] EXPECT = Bytes.of("expect");
    private static final byte[] CONNECTION = Bytes.of("connection");
    private static final byte[] CONTENT_LENGTH = Bytes.of("content-length");
    private static final byte[] TRANSFER_ENCODING = Bytes.of("transfer-encoding");
    private static final byte[] WANTED = Bytes.of(Calls.WANTED);
    private static final byte[] ERROR = Bytes.of(Calls.ERROR);

    private static final byte[] CLOSE = Bytes.of("close");
    private static final byte[] KEEP_ALIVE = Bytes.of("keep-alive");
    private static final byte[] CHUNKED = Bytes.of("chunked");
    private static final byte[] CONTINUE = Bytes.of("100-continue");

    private static final int UNSAID = -1;

    private boolean old;
    private boolean bodiless;
    private boolean health;
    private boolean close;
    private boolean keep;
    private boolean chunked;
    private boolean expecting;
    private int hosts;
    private long length;
    private int wanted;
    private int error;

    /** Whether the version is HTTP/1.0. */
    boolean old() {
        return old;
    }

    /** Whether the method is HEAD, whose answer has no body. */
    boolean bodiless() {
        return bodiless;
    }

    boolean health() {
        return health;
    }

    /** Whether the connection ends with this request. */
    boolean last() {
        return close || old && !keep;
    }

    boolean chunked() {
        return chunked;
    }

    /** Whether the peer waits for leave to send the body. */
    boolean expecting() {
        return expecting && !old;
    }

    /** Bytes of the body if it is not chunked. */
    long length() {
        return Math.max(0, length);
    }

    int wanted() {
        return wanted;
    }

    int error() {
        return error;
    }

    /** Begins anew with a line like "GET / HTTP/1.1". */
    int requestLine(ByteBuffer in, int from, int to) {
        clear();
        int method = from;
        while (method < to && Ascii.isToken(in.get(method))) {
            method++;
        }
        int target = method + 1;
        while (target < to && in.get(target) > ' ' && in.get(target) != 0x7f) {
            target++;
        }
        if (method == from || method + 1 >= to || in.get(method) != ' ' || target == method + 1 || target >= to || in.get(target) != ' ') {
            return BAD_REQUEST;
        }
        bodiless = Ascii.equal(in, from, method, HEAD);
        health = isHealth(in, method + 1, target);
        old = Ascii.equal(in, target + 1, to, HTTP_1_0);
        if (!old && !Ascii.equal(in, target + 1, to, HTTP_1_1)) {
            return isVersion(in, target + 1, to) ? VERSION_NOT_SUPPORTED : BAD_REQUEST;
        }
        return Ascii.equal(in, from, method, CONNECT) ? NOT_IMPLEMENTED : FINE;
    }

    /** Takes a line like "Host: a". */
    int field(ByteBuffer in, int from, int to) {
        int colon = from;
        while (colon < to && Ascii.isToken(in.get(colon))) {
            colon++;
        }
        if (colon == from || colon == to || in.get(colon) != ':') { // also a folded line, and a blank before the colon
            return BAD_REQUEST;
        }
        for (int i = colon + 1; i < to; i++) {
            if (!Ascii.isText(in.get(i))) {
                return BAD_REQUEST;
            }
        }
        int first = colon + 1;
        while (first < to && Ascii.isBlank(in.get(first))) {
            first++;
        }
        int end = to;
        while (end > first && Ascii.isBlank(in.get(end - 1))) {
            end--;
        }
        return take(in, from, colon, first, end);
    }

    /** What only the whole section can show. Length and encoding together would let two readers see two different requests. */
    int end() {
        if (!old && hosts != 1 || chunked && (length != UNSAID || old)) {
            return BAD_REQUEST;
        }
        return FINE;
    }

    private void clear() {
        old = false;
        bodiless = false;
        health = false;
        close = false;
        keep = false;
        chunked = false;
        expecting = false;
        hosts = 0;
        length = UNSAID;
        wanted = UNSAID;
        error = UNSAID;
    }

    private int take(ByteBuffer in, int name, int colon, int from, int to) {
        return switch (colon - name) {
            case 4 -> Ascii.is(in, name, colon, HOST) ? host() : FINE;
            case 6 -> Ascii.is(in, name, colon, EXPECT) ? expect(in, from, to) : FINE;
            case 10 -> Ascii.is(in, name, colon, CONNECTION) ? connection(in, from, to) : FINE;
            case 14 -> Ascii.is(in, name, colon, CONTENT_LENGTH) ? contentLength(in, from, to)
                    : Ascii.is(in, name, colon, ERROR) ? error(in, from, to) : FINE;
            case 16 -> Ascii.is(in, name, colon, WANTED) ? wanted(in, from, to) : FINE;
            case 17 -> Ascii.is(in, name, colon, TRANSFER_ENCODING) ? transferEncoding(in, from, to) : FINE;
            default -> FINE;
        };
    }

    private int host() {
        hosts++;
        return FINE;
    }

    private int expect(ByteBuffer in, int from, int to) {
        expecting = Ascii.is(in, from, to, CONTINUE);
        return expecting ? FINE : EXPECTATION_FAILED;
    }

    private int connection(ByteBuffer in, int from, int to) {
        int word = from;
        for (int i = from; i <= to; i++) {
            if (i == to || in.get(i) == ',') {
                int end = i;
                while (end > word && Ascii.isBlank(in.get(end - 1))) {
                    end--;
                }
                close |= Ascii.is(in, word, end, CLOSE);
                keep |= Ascii.is(in, word, end, KEEP_ALIVE);
                word = i + 1;
            } else if (i == word && Ascii.isBlank(in.get(i))) {
                word++;
            }
        }
        return FINE;
    }

    private int contentLength(ByteBuffer in, int from, int to) {
        long said = Ascii.decimal(in, from, to);
        if (said < 0 || length != UNSAID && length != said) {
            return BAD_REQUEST;
        }
        length = said;
        return FINE;
    }

    private int transferEncoding(ByteBuffer in, int from, int to) {
        if (chunked) {
            return BAD_REQUEST;
        }
        chunked = Ascii.is(in, from, to, CHUNKED);
        return chunked ? FINE : NOT_IMPLEMENTED;
    }

    private int wanted(ByteBuffer in, int from, int to) {
        long said = Ascii.decimal(in, from, to);
        wanted = (int) said;
        return said < 0 || said > Integer.MAX_VALUE ? BAD_REQUEST : FINE;
    }

    private int error(ByteBuffer in, int from, int to) {
        long said = Ascii.decimal(in, from, to);
        error = (int) said;
        return said < 400 || said > 599 ? BAD_REQUEST : FINE;
    }

    private static boolean isHealth(ByteBuffer in, int from, int to) {
        int end = from + HEALTH.length;
        return end <= to && Ascii.equal(in, from, end, HEALTH) && (end == to || in.get(end) == '?');
    }

    /** Whether this is a version, though not one that is spoken here: "HTTP/2.0". */
    private static boolean isVersion(ByteBuffer in, int from, int to) {
        return to - from == 8 && Ascii.equal(in, from, from + 5, Bytes.of("HTTP/")) && Character.isDigit(in.get(from + 5))
                && in.get(from + 6) == '.' && Character.isDigit(in.get(from + 7));
    }
}
