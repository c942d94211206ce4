package meshadvisor.load.net;

import java.nio.ByteBuffer;

/**
 * Bytes that one turn left for the next, such as the beginning of a record. Most connections have none at most times, so it takes
 * memory only when there are some, no more than they need, and keeps it for the next.
 */
final class Rest {

    private static final int STEP = 1024;
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private ByteBuffer kept = NONE;

    /** How many there are. */
    int size() {
        return kept.position();
    }

    /** How much memory it takes. */
    int capacity() {
        return kept.capacity();
    }

    void clear() {
        kept.clear();
    }

    /** Moves them all into a buffer that has room for them. */
    void moveTo(ByteBuffer buffer) {
        kept.flip();
        buffer.put(kept);
        kept.clear();
    }

    /** Keeps what remains in a buffer, after what there is. */
    void add(ByteBuffer buffer) {
        int needed = kept.position() + buffer.remaining();
        if (needed > kept.capacity()) {
            kept = ByteBuffer.allocate((needed + STEP - 1) / STEP * STEP).put(kept.flip());
        }
        kept.put(buffer);
    }
}
