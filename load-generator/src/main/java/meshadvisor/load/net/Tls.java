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
    /** More than any handshake takes in one go: a peer that always has one step more must not hold the thread. */
    private static final int MOST_STEPS = 256;

    private final SSLEngine engine;
    /** The beginning of a record that has not come as a whole, or records for which there was no room. */
    private final Rest coming;
    /** Records that the socket did not take. */
    private final Rest going;
    private boolean ended;
    private boolean stopped;
    private boolean overfull;

    /** Begins on buffers that may have served a connection before. */
    Tls(SSLEngine engine, Rest coming, Rest going) {
        this.engine = engine;
        this.coming = coming;
        this.going = going;
        coming.clear();
        going.clear();
    }

    String agreed() {
        var protocol = engine.getApplicationProtocol();
        return protocol == null ? "" : protocol;
    }

    boolean wantsToWrite() {
        return going.size() > 0;
    }

    /** Whether the next read may have something to tell although nothing more comes: what it has stopped before, or the end. */
    boolean holdsMore() {
        return ended || stopped;
    }

    /** Whether the last read stopped before a record that did not fit. */
    boolean wantsRoom() {
        return overfull;
    }

    boolean shaken(SocketChannel socket) throws IOException {
        if (engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
                && engine.getSession().getCipherSuite().contains("NULL_WITH_NULL")) {
            engine.beginHandshake();
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            var status = engine.getHandshakeStatus();
            // While the socket is full one can still read: if both sides waited for the other to read, neither would.
            if (!drain(socket) && status == HandshakeStatus.NEED_WRAP) {
                return false;
            }
            switch (status) {
                case NOT_HANDSHAKING, FINISHED -> {
                    stopped = coming.size() > 0; // perhaps a whole record: nobody has looked
                    return true;
                }
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> {
                    if (wrap(NOTHING, socket).getStatus() == Status.CLOSED) {
                        throw new SSLException("TLS ended in the midst of the handshake");
                    }
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (!unwrapHandshake(socket)) {
                        return false;
                    }
                }
            }
        }
        throw endless();
    }

    int read(SocketChannel socket, ByteBuffer in) throws IOException {
        int before = in.position();
        stopped = false;
        overfull = false;
        var records = kept();
        try {
            receive(socket, records);
            unwrap(records, in, socket);
        } finally {
            coming.add(records);
        }
        int count = in.position() - before;
        return count == 0 && ended && !overfull ? -1 : count;
    }

    int write(SocketChannel socket, ByteBuffer out) throws IOException {
        int before = out.position();
        while (drain(socket) && out.hasRemaining()) {
            var result = wrap(out, socket);
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
        if (socket.isConnected() && going.size() == 0) {
            wrap(NOTHING, socket);
        }
    }

    /** Unwraps as much as there is, as far as there is room for it. */
    private void unwrap(ByteBuffer records, ByteBuffer in, SocketChannel socket) throws IOException {
        int idle = 0;
        while (records.hasRemaining()) {
            var result = engine.unwrap(records, in);
            switch (result.getStatus()) {
                case BUFFER_UNDERFLOW -> {
                    return;
                }
                case BUFFER_OVERFLOW -> {
                    overfull = true;
                    stopped = true;
                    return;
                }
                case CLOSED -> {
                    ended = true;
                    records.position(records.limit()); // what follows the end is nothing
                    return;
                }
                case OK -> {
                    if (!settled(result.getHandshakeStatus(), socket)) {
                        stopped = true;
                        return;
                    }
                    idle = result.bytesConsumed() > 0 ? 0 : idle + 1;
                    if (idle > MOST_STEPS) {
                        throw endless();
                    }
                }
            }
        }
    }

    /**
     * Does what a peer may ask for after the handshake: new keys, tickets, a handshake anew.
     *
     * @return whether it is done; if not, the socket is full
     */
    private boolean settled(HandshakeStatus begin, SocketChannel socket) throws IOException {
        var status = begin;
        for (int step = 0; step < MOST_STEPS; step++) {
            switch (status) {
                case NEED_TASK -> runTasks();
                case NEED_WRAP -> {
                    if (!drain(socket)) {
                        return false;
                    }
                    if (wrap(NOTHING, socket).getStatus() == Status.CLOSED) {
                        return true;
                    }
                }
                case NOT_HANDSHAKING, FINISHED, NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    return true;
                }
            }
            status = engine.getHandshakeStatus();
        }
        throw endless();
    }

    private void runTasks() {
        for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    /** Returns whether it is of use to go on: there was something to unwrap, or more has come. */
    private boolean unwrapHandshake(SocketChannel socket) throws IOException {
        var records = kept();
        SSLEngineResult result;
        try {
            receive(socket, records);
            result = engine.unwrap(records, NOTHING);
        } finally {
            coming.add(records);
        }
        if (result.getStatus() == Status.CLOSED) {
            throw new SSLException("the peer ended TLS in the midst of the handshake");
        }
        if (result.getStatus() != Status.BUFFER_UNDERFLOW) {
            return true;
        }
        if (ended) {
            throw new SSLException("the peer closed the connection in the midst of the handshake");
        }
        return false;
    }

    /** What is kept of what has come, ready to be read; room for more is behind its limit. */
    private ByteBuffer kept() {
        var records = Records.ofThread().coming(Math.max(2 * engine.getSession().getPacketBufferSize(), coming.size()));
        coming.moveTo(records);
        return records.flip();
    }

    /** Puts what the socket has behind what there is. */
    private void receive(SocketChannel socket, ByteBuffer records) throws IOException {
        int end = records.limit();
        if (ended || end == records.capacity()) {
            return;
        }
        records.position(end).limit(records.capacity());
        try {
            ended = socket.read(records) < 0;
        } finally {
            records.flip();
        }
    }

    /** Wraps once, and sends it as far as the socket takes it; everything before must have been sent. */
    private SSLEngineResult wrap(ByteBuffer source, SocketChannel socket) throws IOException {
        var records = Records.ofThread().going(engine.getSession().getPacketBufferSize());
        var result = engine.wrap(source, records);
        records.flip();
        if (records.hasRemaining()) {
            send(socket, records);
        }
        return result;
    }

    /** Returns whether everything is sent. */
    private boolean drain(SocketChannel socket) throws IOException {
        if (going.size() > 0) {
            var records = Records.ofThread().going(going.size());
            going.moveTo(records);
            send(socket, records.flip());
        }
        return going.size() == 0;
    }

    private void send(SocketChannel socket, ByteBuffer records) throws IOException {
        try {
            socket.write(records);
        } finally {
            going.add(records);
        }
    }

    private static SSLException endless() {
        return new SSLException("a handshake without end");
    }
}
