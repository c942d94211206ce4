package meshadvisor.load.serve;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import meshadvisor.load.net.Link;
import meshadvisor.load.wire.Answers;
import meshadvisor.load.wire.ClientProtocol;
import meshadvisor.load.wire.Failure;
import meshadvisor.load.wire.WireException;
import org.jspecify.annotations.Nullable;

/** A kept connection to a place that is called onward. */
final class UpstreamLink implements Watched, Answers {

    private static final int NOBODY = -1;
    /** How often in a row it sends before others have their turn. */
    private static final int TURNS = 32;

    private enum State {
        CONNECTING, OPEN, CLOSED
    }

    private final Upstream upstream;
    private final ClientProtocol protocol;
    private final Link link = new Link();
    private final long begun = System.nanoTime();
    private @Nullable SelectionKey key;
    private State state = State.CONNECTING;
    private int open;
    private int latest = NOBODY;
    private boolean listed;
    private boolean used;

    UpstreamLink(Upstream upstream) {
        this.upstream = upstream;
        this.protocol = upstream.protocol();
    }

    /** Whether it stands in the list of those that have room. */
    boolean isListed() {
        return listed;
    }

    void list(boolean nowListed) {
        listed = nowListed;
    }

    /** Whether it can take a call. */
    boolean isReady() {
        return state == State.OPEN && link.hasRoom() && protocol.room() > 0;
    }

    void connect(Selector selector) {
        try {
            SocketChannel socket = SocketChannel.open();
            link.open(socket);
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            boolean connected = socket.connect(upstream.address());
            key = socket.register(selector, SelectionKey.OP_CONNECT, this);
            if (connected) {
                connected();
            }
        } catch (IOException e) {
            fail(Failure.UNREACHABLE);
        }
    }

    void send(int ticket) {
        open++;
        used = true;
        latest = ticket;
        protocol.send(ticket, 0, 0, -1, link.out());
        try {
            settle();
        } catch (IOException e) {
            fail(Failure.RESET);
        }
    }

    @Override
    public void ready(SelectionKey ready) {
        try {
            switch (state) {
                case CONNECTING -> {
                    if (link.channel().finishConnect()) {
                        connected();
                    }
                }
                case OPEN -> {
                    if (ready.isReadable()) {
                        read();
                    }
                    goOn();
                }
                case CLOSED -> {
                }
            }
        } catch (WireException e) {
            fail(e.failure());
        } catch (IOException e) {
            fail(Failure.RESET);
        }
    }

    @Override
    public void answered(int ticket, int status, long bytes) {
        ended(ticket, status < 400);
    }

    @Override
    public void failed(int ticket, Failure why) {
        ended(ticket, false);
    }

    /** Gives up if the call that was sent last, or the connection itself, was begun before this time and is not through. */
    void sweep(long time) {
        if (state == State.CONNECTING ? begun - time < 0 : latest != NOBODY && upstream.isOlder(latest, time)) {
            fail(Failure.TIMEOUT);
        }
    }

    void close() {
        fail(Failure.CLOSED);
    }

    private void connected() throws IOException {
        state = State.OPEN;
        upstream.connected();
        protocol.open(link.out());
        goOn();
    }

    private void read() throws IOException, WireException {
        int count = link.read();
        if (count < 0) {
            protocol.closed(this);
            close();
        } else {
            protocol.receive(link.in(), link.out(), this);
        }
    }

    /** Sends what is to be sent, and asks for more to do. */
    private void goOn() throws IOException {
        if (state != State.OPEN) {
            return;
        }
        if (open == 0 && protocol.room() == 0) {
            close(); // the peer wants no more on this connection
            return;
        }
        settle();
        if (isReady()) {
            upstream.free(this);
        }
    }

    private void settle() throws IOException {
        boolean flushed = link.flush();
        for (int turn = 0; turn < TURNS && flushed && protocol.hasMore(); turn++) {
            protocol.more(link.out());
            flushed = link.flush();
        }
        int interest = flushed && !protocol.hasMore() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
        if (key != null && key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    private void ended(int ticket, boolean well) {
        open--;
        if (ticket == latest) {
            latest = NOBODY;
        }
        upstream.returned(ticket, well);
    }

    private void fail(Failure why) {
        if (state == State.CLOSED) {
            return;
        }
        boolean reached = state == State.OPEN;
        state = State.CLOSED;
        link.close();
        upstream.closed(this);
        protocol.abandon(why, this);
        if (!reached) {
            upstream.unreachable();
        } else if (used) {
            upstream.goOn();
        } else {
            upstream.refused();
        }
    }
}
