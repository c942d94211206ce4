package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** The bytes that bodies are made of: the same for all, lying ready. */
final class Bodies {

    private static final int SIZE = 64 * 1024;
    private static final ByteBuffer FILLING = filling();

    private Bodies() {}

    /** Writes up to so many bytes. @return how many there was room for */
    static int put(ByteBuffer out, int wanted) {
        int room = Math.min(wanted, out.remaining());
        for (int left = room; left > 0; left -= SIZE) {
            int piece = Math.min(left, SIZE);
            out.put(out.position(), FILLING, 0, piece); // moves no position of the filling, which threads share
            out.position(out.position() + piece);
        }
        return room;
    }

    private static ByteBuffer filling() {
        ByteBuffer all = ByteBuffer.allocateDirect(SIZE);
        while (all.hasRemaining()) {
            all.put((byte) 'x');
        }
        return all.clear().asReadOnlyBuffer();
    }
}
