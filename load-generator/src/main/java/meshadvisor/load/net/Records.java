package meshadvisor.load.net;

import java.nio.ByteBuffer;

/**
 * Room for records of TLS, in which a thread works on one connection after the other: each connection keeps only what is left over.
 * Two buffers, since reading may have to write in its midst.
 */
final class Records {

    private static final ThreadLocal<Records> OF_THREAD = ThreadLocal.withInitial(Records::new);
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private ByteBuffer coming = NONE;
    private ByteBuffer going = NONE;

    /** Those of the thread that asks. */
    static Records ofThread() {
        return OF_THREAD.get();
    }

    /** For records that have come: empty, with room for at least so many bytes. */
    ByteBuffer coming(int least) {
        coming = cleared(coming, least);
        return coming;
    }

    /** For records to be sent: empty, with room for at least so many bytes. */
    ByteBuffer going(int least) {
        going = cleared(going, least);
        return going;
    }

    private static ByteBuffer cleared(ByteBuffer buffer, int least) {
        return buffer.capacity() < least ? ByteBuffer.allocate(least) : buffer.clear();
    }
}
