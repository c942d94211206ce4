package meshadvisor.load.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** TLS between a socket and a {@link Link}: records in and out of the engine of the JDK. */
final class Tls {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    /** Records that have come, ready to be put into. */
    private final ByteBuffer coming;
    /** Records to be sent, ready to be put into. */
    private final ByteBuffer going;
    private boolean ended;

    Tls(SSLEngine engine) {
        this.engine = engine;
        int packet = engine.getSession().getPacketBufferSize();
        coming = ByteBuffer.allocate(2 * packet);
        going = ByteBuffer.allocate(2 * packet);
    }

    /** Bytes that a buffer must have so that a record and the beginning of a protocol's unit fit. */
    int unit() {
        return 2 * engine.getSession().getApplicationBufferSize();
    }

    String agreed() {
        var protocol = engine.getApplicationProtocol();
        return protocol == null ? "" : protocol;
    }

    boolean wantsToWrite() {
        return going.position() > 0;
    }

    boolean holdsMore() {
        return ended || coming.position() > 0;
    }

    boolean shaken(SocketChannel socket) throws IOException {
        if (engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
                && engine.getSession().getCipherSuite().contains("NULL_WITH_NULL")) {
            engine.beginHandshake();
        }
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NOT_HANDSHAKING, FINISHED -> {
                    drain(socket);
                    return true;
                }
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> {
                    wrapHandshake();
                    if (!drain(socket)) {
                        return false;
                    }
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (!unwrapHandshake(socket)) {
                        return false;
                    }
                }
            }
        }
    }

    int read(SocketChannel socket, ByteBuffer in) throws IOException {
        int before = in.position();
        if (!ended && coming.hasRemaining() && socket.read(coming) < 0) {
            ended = true;
        }
        coming.flip();
        try {
            boolean more = coming.hasRemaining();
            while (more) {
                var result = engine.unwrap(coming, in);
                ended |= result.getStatus() == Status.CLOSED;
                more = result.getStatus() == Status.OK && coming.hasRemaining();
                settle(result, socket);
            }
        } finally {
            coming.compact();
        }
        int count = in.position() - before;
        return count == 0 && ended ? -1 : count;
    }

    int write(SocketChannel socket, ByteBuffer out) throws IOException {
        int before = out.position();
        while (drain(socket) && out.hasRemaining()) {
            var result = engine.wrap(out, going);
            if (result.getStatus() == Status.CLOSED) {
                throw new SSLException("the peer has ended TLS");
            }
            if (result.bytesConsumed() == 0 && result.bytesProduced() == 0) {
                break; // a handshake that the peer began anew stands in the way
            }
        }
        return out.position() - before;
    }

    void goodbye(SocketChannel socket) throws IOException {
        engine.closeOutbound();
        if (socket.isConnected() && going.position() == 0) {
            engine.wrap(NOTHING, going);
            drain(socket);
        }
    }

    /** After the handshake a peer may still ask for work: new keys, tickets. */
    private void settle(SSLEngineResult result, SocketChannel socket) throws IOException {
        if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
            runTasks();
        } else if (result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && result.getStatus() != Status.CLOSED) {
            wrapHandshake();
            drain(socket);
        }
    }

    private void runTasks() {
        for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private void wrapHandshake() throws SSLException {
        if (engine.wrap(NOTHING, going).getStatus() == Status.CLOSED) {
            throw new SSLException("TLS ended in the midst of the handshake");
        }
    }

    /** Returns whether there was something to unwrap. */
    private boolean unwrapHandshake(SocketChannel socket) throws IOException {
        boolean needsMore = coming.position() == 0;
        while (true) {
            if (needsMore) {
                int count = socket.read(coming);
                if (count < 0) {
                    throw new SSLException("the peer closed the connection in the midst of the handshake");
                }
                if (count == 0) {
                    return false;
                }
            }
            coming.flip();
            SSLEngineResult result;
            try {
                result = engine.unwrap(coming, NOTHING);
            } finally {
                coming.compact();
            }
            if (result.getStatus() == Status.CLOSED) {
                throw new SSLException("the peer ended TLS in the midst of the handshake");
            }
            if (result.getStatus() != Status.BUFFER_UNDERFLOW) {
                return true;
            }
            needsMore = true;
        }
    }

    /** Returns whether everything is sent. */
    private boolean drain(SocketChannel socket) throws IOException {
        if (going.position() == 0) {
            return true;
        }
        going.flip();
        try {
            socket.write(going);
        } finally {
            going.compact();
        }
        return going.position() == 0;
    }
}
