package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a client of HTTP/2 says before its first frame (RFC 9113, section 3.4). */
final class Preface {

    private static final byte[] BYTES = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private int seen;

    static void write(ByteBuffer out) {
        out.put(BYTES);
    }

    /** Reads on.
     *
     * @return whether it is complete
     */
    boolean read(ByteBuffer in) throws Http2Error {
        while (seen < BYTES.length && in.hasRemaining()) {
            if (in.get() != BYTES[seen++]) {
                throw Http2Error.protocol("a client that does not speak it");
            }
        }
        return isComplete();
    }

    boolean isComplete() {
        return seen == BYTES.length;
    }
}
