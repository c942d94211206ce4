package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** Finds the requests of HTTP/1.1 in a stream of bytes, however it is cut (RFC 9112). Bodies are counted, not kept. */
final class Http1Requests {

    /** More bytes are needed. */
    static final int MORE = 0;
    /** The peer wants to be told to go on with the body of its request. */
    static final int CONTINUE = 100;
    /** A request is here, whole. */
    static final int WHOLE = 200;

    /** The longest header section, and the longest section of trailers, in bytes. */
    static final int SECTION = 64 * 1024;
    /** The longest line in bytes. */
    static final int LINE = 16 * 1024;

    private static final int URI_TOO_LONG = 414;
    private static final int HEADERS_TOO_LARGE = 431;

    private enum Part {
        REQUEST_LINE, FIELDS, BODY, CHUNK_SIZE, CHUNK, CHUNK_END, TRAILERS
    }

    private final Http1Head head = new Http1Head();
    private Part part = Part.REQUEST_LINE;
    private boolean begun;
    private int section;
    private int searched;
    private long left;
    private long payload;

    /** The header section of the request that {@link #next} has told. */
    Http1Head head() {
        return head;
    }

    /** Bytes of its body. */
    long payload() {
        return payload;
    }

    /** Whether a request has begun and is not yet whole. */
    boolean midway() {
        return begun;
    }

    /**
     * Goes on to the end of the next request, or of what has come.
     *
     * @return {@link #MORE}, {@link #CONTINUE}, {@link #WHOLE}, or the status of the error that breaks the stream here
     */
    int next(ByteBuffer in) {
        int due = MORE;
        boolean moved = true;
        while (due == MORE && moved && in.hasRemaining()) {
            begun = true;
            Part before = part;
            int position = in.position();
            due = step(in);
            moved = part != before || in.position() != position;
        }
        if (due == WHOLE) {
            begun = false;
        }
        return due;
    }

    private int step(ByteBuffer in) {
        return switch (part) {
            case BODY -> skip(in) ? whole() : MORE;
            case CHUNK -> {
                if (skip(in)) {
                    part = Part.CHUNK_END;
                }
                yield MORE;
            }
            case REQUEST_LINE, FIELDS, CHUNK_SIZE, CHUNK_END, TRAILERS -> line(in);
        };
    }

    /**
     * Passes over bytes of a body.
     *
     * @return whether this was the last of them
     */
    private boolean skip(ByteBuffer in) {
        int passed = (int) Math.min(left, in.remaining());
        in.position(in.position() + passed);
        left -= passed;
        payload += passed;
        return left == 0;
    }

    private int line(ByteBuffer in) {
        int from = in.position();
        int at = from + searched;
        while (at < in.limit() && in.get(at) != '\n') {
            at++;
        }
        int length = at - from;
        if (length >= LINE || section + length >= SECTION || at == in.limit() && length == in.capacity()) {
            return part == Part.REQUEST_LINE ? URI_TOO_LONG : HEADERS_TOO_LARGE;
        }
        if (at == in.limit()) {
            searched = length;
            return MORE;
        }
        searched = 0;
        in.position(at + 1);
        if (length == 0 || in.get(at - 1) != '\r') { // a line that ends otherwise may be seen as two by a proxy
            return Http1Head.BAD_REQUEST;
        }
        section += length + 1;
        return take(in, from, at - 1);
    }

    private int take(ByteBuffer in, int from, int to) {
        boolean empty = from == to;
        return switch (part) {
            case REQUEST_LINE -> empty ? MORE : requestLine(in, from, to);
            case FIELDS -> empty ? headEnds(in) : head.field(in, from, to);
            case CHUNK_SIZE -> chunkSize(in, from, to);
            case CHUNK_END -> empty ? chunkEnds() : Http1Head.BAD_REQUEST;
            case TRAILERS -> empty ? whole() : trailer(in, from, to);
            case BODY, CHUNK -> throw new IllegalStateException("no lines in " + part);
        };
    }

    private int requestLine(ByteBuffer in, int from, int to) {
        payload = 0;
        left = 0;
        part = Part.FIELDS;
        return head.requestLine(in, from, to);
    }

    private int headEnds(ByteBuffer in) {
        int error = head.end();
        if (error != Http1Head.FINE) {
            return error;
        }
        section = 0;
        if (!head.chunked() && head.length() == 0) {
            return whole();
        }
        left = head.length();
        part = head.chunked() ? Part.CHUNK_SIZE : Part.BODY;
        return head.expecting() && !in.hasRemaining() ? CONTINUE : MORE;
    }

    private int chunkSize(ByteBuffer in, int from, int to) {
        int end = from;
        while (end < to && in.get(end) != ';' && !Ascii.isBlank(in.get(end))) {
            end++;
        }
        for (int i = end; i < to; i++) {
            if (!Ascii.isText(in.get(i))) {
                return Http1Head.BAD_REQUEST;
            }
        }
        left = Ascii.hexadecimal(in, from, end);
        section = 0;
        part = left == 0 ? Part.TRAILERS : Part.CHUNK;
        return left < 0 ? Http1Head.BAD_REQUEST : MORE;
    }

    private int chunkEnds() {
        section = 0;
        part = Part.CHUNK_SIZE;
        return MORE;
    }

    private static int trailer(ByteBuffer in, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Ascii.isText(in.get(i))) {
                return Http1Head.BAD_REQUEST;
            }
        }
        return MORE;
    }

    private int whole() {
        part = Part.REQUEST_LINE;
        section = 0;
        return WHOLE;
    }
}
