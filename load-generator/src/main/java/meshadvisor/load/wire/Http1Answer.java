package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** Reads one answer of HTTP/1.1 piece by piece: its status and where it ends (RFC 9112, section 6.3); the body is counted, not kept. */
final class Http1Answer {

    private static final int LONGEST_LINE = 8 * 1024;
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final byte[] VERSION = Bytes.of("http/1.");
    private static final byte[] LENGTH = Bytes.of("content-length:");
    private static final byte[] TRANSFER = Bytes.of("transfer-encoding:");
    private static final byte[] CHUNKED = Bytes.of("chunked");
    private static final byte[] CONNECTION = Bytes.of("connection:");
    private static final byte[] CLOSE = Bytes.of("close");
    private static final byte[] KEEP_ALIVE = Bytes.of("keep-alive");
    private static final long UNKNOWN = -1;

    private enum State {
        STATUS, HEADER, BODY, UNTIL_CLOSED, CHUNK_SIZE, CHUNK, CHUNK_END, TRAILER
    }

    private State state = State.STATUS;
    private boolean headOnly;
    private int status;
    private boolean closes;
    private boolean chunked;
    private long length;
    private long left;
    private long bytes;
    private int headBytes;

    /** Begins anew; {@code onlyHead}: the answer to HEAD, which has no body whatever its headers say. */
    void begin(boolean onlyHead) {
        headOnly = onlyHead;
        bytes = 0;
        beginHead();
    }

    int status() {
        return status;
    }

    long bytes() {
        return bytes;
    }

    boolean closes() {
        return closes;
    }

    boolean endsByClosing() {
        return state == State.UNTIL_CLOSED;
    }

    /** Reads what is there. Returns whether the answer is complete; what follows it is left. */
    boolean read(ByteBuffer in) throws WireException {
        while (in.hasRemaining()) {
            switch (state) {
                case BODY, CHUNK, UNTIL_CLOSED -> {
                    if (body(in)) {
                        return true;
                    }
                }
                case STATUS, HEADER, CHUNK_SIZE, CHUNK_END, TRAILER -> {
                    int end = Bytes.lineFeed(in, in.position());
                    if (end < 0) {
                        bound(in.remaining(), LONGEST_LINE, "a line");
                        return false;
                    }
                    int from = in.position();
                    int to = end > from && in.get(end - 1) == '\r' ? end - 1 : end;
                    in.position(end + 1);
                    if (line(in, from, to)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void beginHead() {
        state = State.STATUS;
        status = 0;
        closes = false;
        chunked = false;
        length = UNKNOWN;
        headBytes = 0;
    }

    /** Returns whether the answer ends with this line. */
    private boolean line(ByteBuffer in, int from, int to) throws WireException {
        headBytes += to - from;
        bound(headBytes, LONGEST_HEAD, "headers, or trailers,");
        return switch (state) {
            case STATUS -> statusLine(in, from, to);
            case HEADER -> to > from ? header(in, from, to) : headEnds();
            case CHUNK_SIZE -> chunkBegins(in, from, to);
            case CHUNK_END -> chunkEnds(from, to);
            case TRAILER -> to == from;
            case BODY, CHUNK, UNTIL_CLOSED -> throw new AssertionError(state);
        };
    }

    private boolean chunkBegins(ByteBuffer in, int from, int to) throws WireException {
        left = hex(in, from, to);
        state = left == 0 ? State.TRAILER : State.CHUNK;
        return false;
    }

    private boolean chunkEnds(int from, int to) throws WireException {
        require(to == from, "a chunk that is longer than its size");
        state = State.CHUNK_SIZE;
        headBytes = 0;
        return false;
    }

    private boolean statusLine(ByteBuffer in, int from, int to) throws WireException {
        require(Bytes.matches(in, from, to, VERSION) && to - from >= 12 && in.get(from + 8) == ' ', "no status line of HTTP/1");
        status = (int) number(Ascii.decimal(in, from + 9, from + 12), "no status line of HTTP/1");
        closes = in.get(from + 7) == '0';
        state = State.HEADER;
        return false;
    }

    private boolean header(ByteBuffer in, int from, int to) throws WireException {
        if (Bytes.matches(in, from, to, LENGTH)) {
            long given = decimal(in, from + LENGTH.length, to);
            require(length == UNKNOWN || length == given, "two content-lengths");
            length = given;
        } else if (Bytes.matches(in, from, to, TRANSFER)) {
            chunked |= contains(in, from + TRANSFER.length, to, CHUNKED);
        } else if (Bytes.matches(in, from, to, CONNECTION)) {
            boolean close = contains(in, from + CONNECTION.length, to, CLOSE);
            closes = close || closes && !contains(in, from + CONNECTION.length, to, KEEP_ALIVE);
        }
        return false;
    }

    private boolean headEnds() throws WireException {
        if (status >= 100 && status < 200) {
            require(status != 101, "a switch of protocols that nobody asked for");
            int read = headBytes;
            beginHead();
            headBytes = read;
            return false;
        }
        if (headOnly || status == 204 || status == 304 || !chunked && length == 0) {
            return true;
        }
        if (chunked) {
            state = State.CHUNK_SIZE;
        } else if (length == UNKNOWN) {
            state = State.UNTIL_CLOSED;
            closes = true;
        } else {
            state = State.BODY;
            left = length;
        }
        return false;
    }

    /** Returns whether the answer ends with this piece. */
    private boolean body(ByteBuffer in) {
        int piece = state == State.UNTIL_CLOSED ? in.remaining() : (int) Math.min(left, in.remaining());
        in.position(in.position() + piece);
        bytes += piece;
        left -= piece;
        if (state == State.CHUNK && left == 0) {
            state = State.CHUNK_END;
        }
        return state == State.BODY && left == 0;
    }

    private static boolean contains(ByteBuffer in, int from, int to, byte[] lower) {
        for (int i = from; i <= to - lower.length; i++) {
            if (Bytes.matches(in, i, to, lower)) {
                return true;
            }
        }
        return false;
    }

    private static long decimal(ByteBuffer in, int from, int to) throws WireException {
        int first = from;
        int last = to;
        while (first < last && Ascii.isBlank(in.get(first))) {
            first++;
        }
        while (last > first && Ascii.isBlank(in.get(last - 1))) {
            last--;
        }
        return number(Ascii.decimal(in, first, last), "no length that can be");
    }

    /** The size of a chunk, which an extension may follow. */
    private static long hex(ByteBuffer in, int from, int to) throws WireException {
        int end = from;
        while (end < to && Character.digit(in.get(end), 16) >= 0) {
            end++;
        }
        require(end == to || in.get(end) == ';' || in.get(end) == ' ', "no size of a chunk");
        return number(Ascii.hexadecimal(in, from, end), "no size of a chunk");
    }

    private static long number(long read, String otherwise) throws WireException {
        require(read >= 0, otherwise);
        return read;
    }

    private static void bound(int size, int most, String what) throws WireException {
        if (size > most) {
            throw new WireException(Failure.TOO_LARGE, what + " of more than " + most + " bytes");
        }
    }

    private static void require(boolean held, String otherwise) throws WireException {
        if (!held) {
            throw new WireException(Failure.PROTOCOL, otherwise);
        }
    }
}
