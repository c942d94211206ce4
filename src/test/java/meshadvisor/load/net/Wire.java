package meshadvisor.load.net;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** One end of a connection in memory that takes and gives so many bytes at a time, and holds no more than its room. */
final class Wire extends SocketChannel {

    private final Deque<Byte> coming;
    private final Deque<Byte> going;
    private final int piece;
    private final int room;
    private boolean ended;
    private Wire other = this;

    private Wire(Deque<Byte> coming, Deque<Byte> going, int piece, int room) {
        super(SelectorProvider.provider());
        this.coming = coming;
        this.going = going;
        this.piece = piece;
        this.room = room;
    }

    /** Both ends. */
    static Wire[] pair(int piece, int room) {
        var there = new ArrayDeque<Byte>();
        var back = new ArrayDeque<Byte>();
        var left = new Wire(back, there, piece, room);
        var right = new Wire(there, back, piece, room);
        left.other = right;
        right.other = left;
        return new Wire[] {left, right};
    }

    @Override
    public int read(ByteBuffer into) {
        int count = Math.min(piece, Math.min(into.remaining(), coming.size()));
        for (int i = 0; i < count; i++) {
            into.put(coming.removeFirst());
        }
        return count == 0 && other.ended ? -1 : count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        if (ended) {
            throw new ClosedChannelException();
        }
        int count = Math.min(piece, Math.min(from.remaining(), room - going.size()));
        for (int i = 0; i < count; i++) {
            going.addLast(from.get());
        }
        return count;
    }

    @Override
    public SocketChannel shutdownOutput() {
        ended = true;
        return this;
    }

    @Override
    protected void implCloseSelectableChannel() {
        ended = true;
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    protected void implConfigureBlocking(boolean block) {}

    @Override
    public boolean isConnectionPending() {
        return false;
    }

    @Override
    public boolean connect(SocketAddress remote) {
        return true;
    }

    @Override
    public boolean finishConnect() {
        return true;
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketChannel bind(SocketAddress local) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> SocketChannel setOption(SocketOption<T> name, T value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public SocketChannel shutdownInput() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket socket() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketAddress getRemoteAddress() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketAddress getLocalAddress() {
        throw new UnsupportedOperationException();
    }
}
