package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** A body that is made up while it is written: an optional head of gRPC, then filling. Pieces may be of any length. */
final class Body {

    private static final int FILL = 4096;
    private static final byte[] FILLING = new byte[FILL];

    static {
        for (int i = 0; i < FILL; i++) {
            FILLING[i] = (byte) ('a' + i % 26);
        }
    }

    private final ByteBuffer head = ByteBuffer.allocate(EchoMessage.MOST_HEAD).limit(0);
    private long filling;

    void plain(int bytes) {
        head.limit(0);
        filling = bytes;
    }

    /** A message of gRPC with its prefix.
     *
     * @param wanted bytes of the answer, or -1 to say nothing about it
     */
    void message(int payload, int wanted) {
        EchoMessage.writeHead(head.clear(), payload, wanted);
        head.flip();
        filling = payload;
    }

    long left() {
        return head.remaining() + filling;
    }

    /** Writes the next bytes, at most {@link #left}. */
    void put(ByteBuffer out, int count) {
        int left = count;
        while (left > 0 && head.hasRemaining()) {
            out.put(head.get());
            left--;
        }
        filling -= left;
        while (left > 0) {
            int piece = Math.min(left, FILL);
            out.put(FILLING, 0, piece);
            left -= piece;
        }
    }
}
