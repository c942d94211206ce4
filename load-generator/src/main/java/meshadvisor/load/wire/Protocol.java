package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/**
 * One side of a protocol on one connection: a machine that reads and writes bytes in buffers. It owns no socket, no clock and no
 * thread; whoever calls it holds the connection's lock. In steady state it allocates nothing.
 *
 * <p>Buffers named {@code out} are ready to be put into; what does not fit stays with the protocol, and {@link #more} writes it later.
 */
public interface Protocol {

    /** The room in an out buffer that a caller guarantees: bytes remaining at the call of any method. */
    int ROOM = 16 * 1024;

    /** Writes what this side says first (the preface and settings of HTTP/2), or nothing. */
    void open(ByteBuffer out);

    /** Whether there are bytes that {@link #more} could write now: bodies that did not fit, as far as the peer's windows allow. */
    boolean hasMore();

    /** Writes more of what did not fit, as much as there is room for. */
    void more(ByteBuffer out);
}
