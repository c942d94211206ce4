package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The headers and trailers of answers. */
final class AnswerHead {

    /** No headers or trailers are longer, with their frame. */
    static final int MOST = 64;

    private static final byte[] GRPC = "application/grpc".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GRPC_STATUS = "grpc-status".getBytes(StandardCharsets.US_ASCII);

    private AnswerHead() {}

    static void http(ByteBuffer out, int stream, int status, int bytes, boolean ends) {
        int start = open(out);
        status(out, status);
        if (hasLength(status)) {
            HeaderWriter.number(out, HpackStatic.CONTENT_LENGTH, bytes);
        }
        HeaderWriter.close(out, start, stream, ends);
    }

    /** Whether a status allows a body, and so a length. */
    static boolean hasLength(int status) {
        return status >= 200 && status != 204 && status != 304;
    }

    static void grpc(ByteBuffer out, int stream) {
        HeaderWriter.close(out, grpcBlock(out), stream, false);
    }

    /** The end of a stream of gRPC: trailers, or headers that are both if nothing was said before. */
    static void grpcEnd(ByteBuffer out, int stream, int status, boolean headed) {
        int start = headed ? open(out) : grpcBlock(out);
        HeaderWriter.number(out, GRPC_STATUS, status);
        HeaderWriter.close(out, start, stream, true);
    }

    private static int open(ByteBuffer out) {
        int start = out.position();
        out.position(start + FrameHead.BYTES);
        return start;
    }

    private static int grpcBlock(ByteBuffer out) {
        int start = open(out);
        status(out, 200);
        HeaderWriter.integer(out, 0, 4, HpackStatic.CONTENT_TYPE);
        HeaderWriter.integer(out, 0, 7, GRPC.length);
        out.put(GRPC);
        return start;
    }

    private static void status(ByteBuffer out, int status) {
        int index = switch (status) {
            case 200 -> HpackStatic.STATUS;
            case 204 -> HpackStatic.STATUS + 1;
            case 206 -> HpackStatic.STATUS + 2;
            case 304 -> HpackStatic.STATUS + 3;
            case 400 -> HpackStatic.STATUS + 4;
            case 404 -> HpackStatic.STATUS + 5;
            case 500 -> HpackStatic.STATUS + 6;
            default -> 0;
        };
        if (index > 0) {
            HeaderWriter.indexed(out, index);
        } else {
            HeaderWriter.number(out, HpackStatic.STATUS, status);
        }
    }
}
