package meshadvisor.load.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import meshadvisor.load.wire.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * A connection's bytes: a non-blocking socket, TLS if wanted, and a buffer each way. It can be opened again, so that connections
 * which live for one request cost no buffers; with TLS it takes no more than without, but for records that come or go in pieces. Whoever calls it holds the connection's lock. Without TLS it allocates nothing.
 */
public final class Link {

    /** The largest unit of a protocol, and the largest record of TLS, fit. */
    private static final int IN = 17 * 1024;
    /** A record fits although the beginning of a unit is there. Few connections of TLS need it. */
    private static final int LARGER = 2 * IN;
    private static final int OUT = Protocol.ROOM;

    private final ByteBuffer out = ByteBuffer.allocateDirect(OUT);
    private ByteBuffer in = ByteBuffer.allocateDirect(IN).flip();
    private @Nullable SocketChannel channel;
    private final Rest coming = new Rest();
    private final Rest going = new Rest();
    private @Nullable Tls tls;
    private long received;
    private long sent;

    /** Begins anew on this socket, which is non-blocking and connected or connecting. */
    public void open(SocketChannel socket) {
        channel = socket;
        tls = null;
        received = 0;
        sent = 0;
        out.clear();
        in.clear().flip();
    }

    /** Begins anew, with TLS: {@link #shaken} must become true before anything is read or written. */
    public void open(SocketChannel socket, SSLEngine engine) {
        open(socket);
        tls = new Tls(engine, coming, going);
    }

    public SocketChannel channel() {
        return Objects.requireNonNull(channel, "not open");
    }

    /**
     * Goes on with the handshake as far as the socket allows.
     *
     * @return whether it is done; at once without TLS. While it is not, {@link #wantsToWrite} says what it waits for
     * @throws javax.net.ssl.SSLException if the peer or its certificate is refused, or it refuses ours
     */
    public boolean shaken() throws IOException {
        return tls == null || tls.shaken(channel());
    }

    /** The protocol that both sides agreed on in the handshake ("h2", "http/1.1"), or "" for none. */
    public String agreed() {
        return tls == null ? "" : tls.agreed();
    }

    /** What has come and was not yet consumed, ready to be read. */
    public ByteBuffer in() {
        return in;
    }

    /** What is to be sent, ready to be put into. */
    public ByteBuffer out() {
        return out;
    }

    /** Whether a protocol may be asked to write: there is the room that it counts on. */
    public boolean hasRoom() {
        return out.remaining() >= Protocol.ROOM;
    }

    /**
     * Reads once what the socket has.
     *
     * @return bytes put into {@link #in}; 0 if there is nothing now; -1 if the peer has closed
     */
    public int read() throws IOException {
        if (in.hasRemaining()) {
            in.compact();
        } else {
            in.clear();
        }
        try {
            int count = tls == null ? channel().read(in) : read(tls);
            received += Math.max(0, count);
            return count;
        } finally {
            in.flip();
        }
    }

    private int read(Tls secured) throws IOException {
        int count = secured.read(channel(), in);
        if (count != 0 || !secured.wantsRoom() || in.capacity() >= LARGER) {
            return count;
        }
        in = ByteBuffer.allocateDirect(LARGER).put(in.flip());
        return secured.read(channel(), in);
    }

    /** Whether {@link #read} may tell more although the socket has nothing: TLS holds records that did not fit, or has ended. */
    public boolean holdsMore() {
        return tls != null && tls.holdsMore();
    }

    /**
     * Sends what is in {@link #out}.
     *
     * @return whether everything is sent; if not, the socket is full and will tell when it is not
     */
    public boolean flush() throws IOException {
        if (out.position() == 0 && (tls == null || !tls.wantsToWrite())) {
            return true;
        }
        out.flip();
        try {
            int count = tls == null ? channel().write(out) : tls.write(channel(), out);
            sent += count;
        } finally {
            if (out.hasRemaining()) {
                out.compact();
            } else {
                out.clear();
            }
        }
        return !wantsToWrite();
    }

    /** Whether something waits for the socket to have room. */
    public boolean wantsToWrite() {
        return out.position() > 0 || tls != null && tls.wantsToWrite();
    }

    /** Bytes read since it was opened, as the protocol sees them (inside TLS). */
    public long received() {
        return received;
    }

    /** Bytes sent since it was opened, as the protocol sees them (inside TLS). */
    public long sent() {
        return sent;
    }

    /** Closes the socket; says goodbye in TLS if that is possible at once. Never throws. */
    public void close() {
        var socket = channel;
        if (socket == null) {
            return;
        }
        try {
            if (tls != null) {
                tls.goodbye(socket);
            }
        } catch (IOException e) {
            // The peer is gone already; there is nobody to say goodbye to.
        }
        try {
            socket.close();
        } catch (IOException e) {
            // Closed anyway.
        }
    }
}
