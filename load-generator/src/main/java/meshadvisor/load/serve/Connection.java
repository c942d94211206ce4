package meshadvisor.load.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import meshadvisor.load.net.Link;
import meshadvisor.load.wire.Calls;
import meshadvisor.load.wire.ServerProtocol;
import meshadvisor.load.wire.WireException;
import org.jspecify.annotations.Nullable;

/** A connection of a client: from its first byte to its last. */
final class Connection implements Watched, Calls, Caller {

    /** How often in a row a connection is served before others have their turn: 32 times 16 KiB, of requests or of an answer. */
    private static final int TURNS = 32;
    /** How long a peer that was refused may take to read why, in nanoseconds. */
    private static final long LINGER = 1_000_000_000L;

    private enum State {
        SHAKING, OPEN, LINGERING, CLOSED
    }

    private final Loop loop;
    private final Link link;
    private final SelectionKey key;
    private final Answered waiting = new Answered();
    private final Patience patience = new Patience();
    private @Nullable ServerProtocol protocol;
    private State state = State.SHAKING;
    private int open;
    private int place;
    private long readAt;
    private boolean peerDone;
    private boolean busy;

    Connection(Loop loop, Link link, SelectionKey key) {
        this.loop = loop;
        this.link = link;
        this.key = key;
    }

    /** Its place in the loop's list. */
    int place() {
        return place;
    }

    void moveTo(int newPlace) {
        place = newPlace;
    }

    Link link() {
        return link;
    }

    @Override
    public long readAt() {
        return readAt;
    }

    @Override
    public void ready(SelectionKey ready) {
        try {
            switch (state) {
                case SHAKING -> shake();
                case OPEN -> {
                    if (ready.isReadable() || link.holdsMore() && wantsMore()) {
                        read();
                    } else {
                        progress();
                    }
                }
                case LINGERING -> linger();
                case CLOSED -> {
                }
            }
        } catch (IOException e) {
            breakOff();
        } catch (OutOfMemoryError e) { // what it needs (TLS takes memory as it goes) is not there: the others shall live
            breakOff();
            loop.connections().lowerBound();
        }
    }

    @Override
    public void arrived(int call, int wanted, int error, boolean health, long payload) {
        open++;
        patience.arrived();
        if (health) {
            answer(call, 200, 0);
        } else {
            loop.service().arrived(this, call, wanted, error);
        }
    }

    @Override
    public void answer(int call, int status, int bytes) {
        open--;
        if (link.hasRoom() && protocol != null) {
            protocol.answer(call, status, bytes, link.out());
        } else {
            waiting.add(call, status, bytes);
        }
    }

    @Override
    public void answerLater(int call, int status, int bytes) {
        if (state != State.OPEN) {
            return;
        }
        answer(call, status, bytes);
        if (!busy) {
            try {
                progress();
            } catch (IOException e) {
                breakOff();
            }
        }
    }

    /** Gives up on a peer that lets others wait for too long. */
    void sweep(long now, long allowed) {
        boolean stuck = switch (state) {
            case SHAKING -> patience.isOver(now, allowed, true);
            case LINGERING -> patience.isOver(now, Math.min(allowed, LINGER), true);
            case OPEN -> {
                boolean unread = patience.isUnread(now, allowed, waitsForRoom() ? link.sent() : -1);
                yield patience.isOver(now, allowed, isMidway()) || unread;
            }
            case CLOSED -> false;
        };
        if (stuck) {
            breakOff();
        }
    }

    /** Closes, whatever is open. */
    void close() {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            link.close();
            loop.connections().remove(this);
        }
    }

    private boolean waitsForRoom() {
        return link.wantsToWrite() || owesMore();
    }

    private boolean isMidway() {
        return protocol == null ? link.in().hasRemaining() : protocol.midway();
    }

    private void shake() throws IOException {
        if (link.shaken()) {
            state = State.OPEN;
            read();
        } else {
            settle(link.wantsToWrite());
        }
    }

    /** Reads what has come, and acts on it. */
    private void read() throws IOException {
        int count;
        int turn = 0;
        do {
            count = link.read();
            readAt = System.nanoTime();
            patience.received(count);
            peerDone |= count < 0;
            progress();
        } while (count > 0 && link.holdsMore() && wantsMore() && ++turn < TURNS);
    }

    /** Acts on what was read, sends what is to be sent, and settles what to wait for. */
    private void progress() throws IOException {
        busy = true;
        try {
            boolean flushed;
            boolean moved;
            int turn = 0;
            do {
                int unread = link.in().remaining();
                receive();
                fill();
                flushed = link.flush();
                moved = link.in().remaining() != unread && link.in().hasRemaining() || owesMore();
            } while (flushed && moved && ++turn < TURNS);
            settle(!flushed || moved);
        } catch (WireException e) {
            refuse();
        } finally {
            busy = false;
        }
    }

    private void receive() throws WireException {
        ByteBuffer in = link.in();
        if (!in.hasRemaining() || !link.hasRoom()) {
            return;
        }
        if (protocol == null) {
            protocol = loop.offer().spoken().answering(in);
            if (protocol == null) {
                return;
            }
            protocol.open(link.out());
        }
        if (!protocol.closing()) {
            protocol.receive(in, link.out(), this);
        }
    }

    /** Puts answers that waited for room where there is now. */
    private void fill() {
        if (protocol == null) {
            return;
        }
        while (!waiting.isEmpty() && link.hasRoom()) {
            protocol.answer(waiting.call(), waiting.status(), waiting.bytes(), link.out());
            waiting.remove();
        }
        if (link.hasRoom() && protocol.hasMore()) {
            protocol.more(link.out());
        }
    }

    private boolean owesMore() {
        return !waiting.isEmpty() || protocol != null && protocol.hasMore();
    }

    private boolean wantsMore() {
        return state == State.OPEN && !peerDone && link.hasRoom() && link.in().remaining() < link.in().capacity()
                && (protocol == null || !protocol.closing());
    }

    /** Decides what to wait for, or that this was all. */
    private void settle(boolean toSend) {
        if (state == State.OPEN && !toSend && open == 0 && (peerDone || protocol != null && protocol.closing())) {
            close();
        } else if (state != State.CLOSED) {
            boolean toRead = state == State.SHAKING || wantsMore();
            // A socket tells once more that it has room: so it goes on with what was read but not unwrapped, after the others.
            boolean goOn = toSend || toRead && state == State.OPEN && link.holdsMore();
            int interest = (toRead ? SelectionKey.OP_READ : 0) | (goOn ? SelectionKey.OP_WRITE : 0);
            if (key.interestOps() != interest) {
                key.interestOps(interest);
            }
        }
    }

    /**
     * Says goodbye to a peer that broke the protocol: sends what is to be sent, and reads on for a while without looking, since
     * closing over unread bytes would reset the connection and take the answer with it.
     */
    private void refuse() throws IOException {
        loop.counts().broken();
        state = State.LINGERING;
        patience.begin(System.nanoTime());
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        linger();
    }

    private void linger() throws IOException {
        if (link.flush() && (key.interestOps() & SelectionKey.OP_WRITE) != 0) {
            key.interestOps(SelectionKey.OP_READ);
            link.channel().shutdownOutput();
        }
        link.in().position(link.in().limit());
        if (link.read() < 0) {
            close();
        }
    }

    private void breakOff() {
        if (state != State.CLOSED && state != State.LINGERING) {
            loop.counts().broken();
        }
        close();
    }
}
