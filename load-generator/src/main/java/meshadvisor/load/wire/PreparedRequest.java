package meshadvisor.load.wire;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The header block of a route, but for what differs from request to request. */
final class PreparedRequest {

    /** The longest block: it must fit into the room that is guaranteed, with all that may precede it. */
    private static final int MOST = 8 * 1024;

    /** Fields of HTTP/1.1 that HTTP/2 forbids (RFC 9113, section 8.2.2), and the one that became :authority. */
    private static final Set<String> NOT_HERE = Set.of("connection", "host", "keep-alive", "proxy-connection", "transfer-encoding",
            "upgrade", "content-length");
    private static final byte[] WANTED = Calls.WANTED.getBytes(StandardCharsets.US_ASCII);

    private final byte[] block;
    private final boolean plain;

    private PreparedRequest(byte[] block, boolean plain) {
        this.block = block;
        this.plain = plain;
    }

    /** Prepares a route.
     *
     * @throws IllegalArgumentException if its headers are beyond 8 KiB
     */
    static PreparedRequest of(Route route, CallKind kind) {
        var out = ByteBuffer.allocate(1 << 16);
        try {
            write(route, kind, out);
        } catch (BufferOverflowException e) {
            throw new IllegalArgumentException("headers beyond 64 KiB", e);
        }
        if (out.position() > MOST) {
            throw new IllegalArgumentException("headers beyond 8 KiB");
        }
        return new PreparedRequest(Arrays.copyOf(out.array(), out.position()), kind == CallKind.HTTP);
    }

    private static void write(Route route, CallKind kind, ByteBuffer out) {
        HeaderWriter.field(out, ":method", kind == CallKind.HTTP ? route.method() : "POST");
        HeaderWriter.field(out, ":scheme", route.scheme());
        HeaderWriter.field(out, ":path", path(route, kind));
        HeaderWriter.field(out, ":authority", route.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("host")).map(Route.Header::value).findFirst().orElse(route.authority()));
        if (kind != CallKind.HTTP) {
            HeaderWriter.field(out, "content-type", "application/grpc");
            HeaderWriter.field(out, "te", "trailers");
        }
        for (var header : route.headers()) {
            var name = header.name().toLowerCase(Locale.ROOT);
            if (!NOT_HERE.contains(name)) {
                HeaderWriter.field(out, name, header.value());
            }
        }
    }

    private static String path(Route route, CallKind kind) {
        return switch (kind) {
            case HTTP -> route.path();
            case UNARY -> route.path().equals("/") ? "/meshadvisor.Echo/Call" : route.path();
            case STREAMING -> route.path().equals("/") ? "/meshadvisor.Echo/Stream" : route.path();
        };
    }

    /** Writes the HEADERS of a request. It ends the stream if there is no body. */
    void write(ByteBuffer out, int stream, int payload, int wanted) {
        int start = out.position();
        out.position(start + FrameHead.BYTES).put(block);
        if (plain && payload > 0) {
            HeaderWriter.number(out, HpackStatic.CONTENT_LENGTH, payload);
        }
        if (plain && wanted >= 0) {
            HeaderWriter.number(out, WANTED, wanted);
        }
        HeaderWriter.close(out, start, stream, plain && payload == 0);
    }
}
