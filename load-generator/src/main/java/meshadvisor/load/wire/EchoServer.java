package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** Raw TCP: every piece that comes is a call, and goes back when it is answered; pieces leave in the order in which they came. */
public final class EchoServer implements ServerProtocol {

    /** The most bytes that are kept until they may go back; beyond, no more is read. */
    static final int KEPT = 64 * 1024;
    /** The most pieces that are kept. */
    static final int PIECES = 256;

    private final int[] sizes = new int[PIECES];
    private final boolean[] answered = new boolean[PIECES];
    private ByteBuffer kept = ByteBuffer.allocate(4 * 1024);
    private int first;
    private int open;
    private int free;

    @Override
    public void open(ByteBuffer out) {
        // the client speaks first
    }

    @Override
    public void receive(ByteBuffer in, ByteBuffer out, Calls calls) {
        int size = Math.min(in.remaining(), KEPT - kept.position());
        if (size == 0 || open == PIECES) {
            return;
        }
        if (size > kept.remaining()) {
            grow(kept.position() + size);
        }
        kept.put(kept.position(), in, in.position(), size);
        kept.position(kept.position() + size);
        in.position(in.position() + size);
        int call = first + open++;
        sizes[call & PIECES - 1] = size;
        answered[call & PIECES - 1] = false;
        calls.arrived(call, -1, -1, false, size);
    }

    @Override
    public void answer(int call, int status, int bytes, ByteBuffer out) {
        answered[call & PIECES - 1] = true;
        while (open > 0 && answered[first & PIECES - 1]) {
            free += sizes[first & PIECES - 1];
            first++;
            open--;
        }
        more(out);
    }

    @Override
    public boolean closing() {
        return false;
    }

    @Override
    public boolean hasMore() {
        return free > 0;
    }

    @Override
    public void more(ByteBuffer out) {
        int size = Math.min(free, out.remaining());
        if (size > 0) {
            out.put(out.position(), kept, 0, size);
            out.position(out.position() + size);
            free -= size;
            kept.flip().position(size);
            kept.compact();
        }
    }

    private void grow(int wanted) {
        int capacity = Math.min(KEPT, Math.max(wanted, kept.capacity() * 2));
        kept = ByteBuffer.allocate(capacity).put(kept.flip());
    }
}
