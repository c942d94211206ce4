package meshadvisor.load.drive;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import meshadvisor.load.drive.Target.Life;
import meshadvisor.load.net.Link;
import meshadvisor.load.record.Tally;
import meshadvisor.load.wire.ClientProtocol;
import meshadvisor.load.wire.Failure;
import meshadvisor.load.wire.WireException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a target, which opens itself again when it is lost. The sender writes requests to it, the receiver reads the
 * answers and does everything else; its monitor keeps them apart. Neither waits for a second connection while holding one.
 */
final class Connection {

    /** After so many buffers of one connection it is the others' turn: a body without end must not keep them waiting. */
    private static final int MOST_TURNS = 32;

    private enum State {
        CLOSED, CONNECTING, SHAKING, OPEN
    }

    private final Lane lane;
    private final Opening opening;
    private final Flight flight;
    /** Made anew each time it opens, unless it lives for one request only: those are of protocols that can begin anew. */
    private ClientProtocol protocol;
    private final Link link = new Link();

    private State state = State.CLOSED;
    private volatile boolean free;
    private @Nullable SelectionKey key;
    /** The request that a connection for one request is opened for. */
    private int first = Flight.NONE;
    private long openedAt;
    private final boolean kept;
    private final BackOff backOff = new BackOff();
    private final Outstanding outstanding;

    Connection(Lane lane, Opening opening, Flight flight, Pulse pulse) {
        this.lane = lane;
        this.opening = opening;
        this.flight = flight;
        this.outstanding = new Outstanding(flight, pulse, backOff);
        this.protocol = opening.protocol();
        this.kept = opening.manner().life() == Life.KEPT;
        this.free = !kept;
    }

    Lane lane() {
        return lane;
    }

    /** Whether it looks as if a request could be sent; asked without the lock. */
    boolean isFree() {
        return free;
    }

    /** Opens it if it is closed and it is time to; gives up an opening that takes too long. */
    synchronized void openWhenDue(Tally by) {
        long now = opening.now();
        if (state == State.CLOSED && kept && backOff.isDue(now)) {
            outstanding.by(by, now);
            open();
        } else if ((state == State.CONNECTING || state == State.SHAKING) && now - openedAt > opening.timeout()) {
            outstanding.by(by, now);
            lost(Failure.TIMEOUT);
        }
    }

    /** Whether the first try to open it is over, well or not. */
    synchronized boolean tried() {
        return state == State.OPEN || backOff.tried() || !kept;
    }

    /** Sends a request if it can. Returns whether the ticket is taken over. */
    synchronized boolean trySend(int ticket, Tally by) {
        if (!free) {
            return false;
        }
        flight.connection[ticket] = this;
        if (!flight.become(ticket, Flight.WAITING, Flight.SENT)) {
            flight.release(ticket);
            return true;
        }
        outstanding.by(by, opening.now());
        if (state == State.CLOSED) {
            first = ticket;
            open();
        } else {
            write(ticket);
        }
        return true;
    }

    /** The socket is ready for what was waited for. Called by the receiver. */
    synchronized void ready(SelectionKey ready, Tally by) {
        if (!ready.equals(key)) {
            return; // of a socket that was closed meanwhile
        }
        outstanding.by(by, opening.now());
        try {
            switch (state) {
                case CLOSED -> {
                }
                case CONNECTING -> {
                    if (link.channel().finishConnect()) {
                        connected();
                    }
                }
                case SHAKING -> {
                    shake();
                    if (state == State.OPEN && link.holdsMore()) {
                        exchange(); // came with the end of the handshake: the socket will not tell it again
                    }
                }
                case OPEN -> exchange();
            }
        } catch (IOException e) {
            lost(Failures.of(e));
        } catch (WireException e) {
            lost(e.failure());
        }
    }

    /** Tells a request as timed out. The connection is closed when nothing but such requests is open on it. */
    synchronized void expire(int ticket, long before, Tally by) {
        if (flight.connection[ticket] != this || flight.intended[ticket] - before >= 0) {
            return;
        }
        outstanding.by(by, opening.now());
        if (outstanding.expire(ticket) && (ticket == first || outstanding.onlyDead())) {
            lost(Failure.TIMEOUT);
        }
    }

    /** Closes for good. What is on its way is told as nothing: neither answered nor failed. */
    synchronized void close() {
        free = false;
        state = State.CLOSED;
        link.close();
    }

    private void open() {
        lane.lives();
        backOff.opens();
        if (kept) {
            protocol = opening.protocol();
        }
        free = false;
        state = State.CONNECTING;
        openedAt = opening.now();
        try {
            var socket = SocketChannel.open();
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opening.begin(link, socket);
            boolean done = socket.connect(opening.address());
            key = socket.register(opening.selector(), done ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
            if (done) {
                connected();
            }
            opening.selector().wakeup();
        } catch (IOException e) {
            lost(Failures.of(e));
        }
    }

    private void connected() throws IOException {
        outstanding.tally().connected(opening.now());
        state = State.SHAKING;
        shake();
    }

    private void shake() throws IOException {
        if (!link.shaken()) {
            interest(link.wantsToWrite());
            return;
        }
        opening.requireAgreed(link);
        if (opening.secured()) {
            outstanding.tally().handshaken(opening.now());
        }
        state = State.OPEN;
        protocol.open(link.out());
        outstanding.at(opening.now());
        flush();
        if (first != Flight.NONE) {
            int ticket = first;
            first = Flight.NONE;
            write(ticket);
        }
        settle();
    }

    private void write(int ticket) {
        outstanding.opened();
        flight.sent[ticket] = opening.now();
        outstanding.tally().sent(flight.intended[ticket], flight.dispatched[ticket], flight.sent[ticket]);
        try {
            protocol.send(ticket, flight.route[ticket], flight.payload[ticket], flight.wanted[ticket], link.out());
            flush();
            settle();
        } catch (IOException e) {
            lost(Failures.of(e));
        }
    }

    private void exchange() throws IOException, WireException {
        int turns = 0;
        do {
            int count = link.read();
            outstanding.at(opening.now());
            if (count < 0) {
                protocol.closed(outstanding);
                lost(Failure.CLOSED);
                return;
            }
            outstanding.tally().read(outstanding.at(), count);
            if (count == 0) {
                break;
            }
            protocol.receive(link.in(), link.out(), outstanding);
        } while (link.holdsMore() && ++turns < MOST_TURNS);
        flush();
        settle();
    }

    private void flush() throws IOException {
        long before = link.sent();
        for (int turns = 0; link.flush() && protocol.hasMore() && turns < MOST_TURNS; turns++) {
            protocol.more(link.out());
        }
        if (link.sent() > before) {
            outstanding.tally().wrote(outstanding.at(), link.sent() - before);
        }
    }

    private void settle() {
        if (state != State.OPEN) {
            return;
        }
        if (outstanding.isEmpty() && (protocol.room() == 0 || !kept)) {
            shut(backOff.worked() ? null : Failure.STREAM);
            backOff.lost(opening.now());
            openWhenDue(outstanding.tally());
            return;
        }
        if (!outstanding.isEmpty() && outstanding.onlyDead()) {
            lost(Failure.TIMEOUT); // the last that was not given up is answered
            return;
        }
        free = kept && protocol.room() > 0 && link.hasRoom() && !link.wantsToWrite();
        // A socket can nearly always be written to, so what was left for the next turn gets it soon.
        interest(link.wantsToWrite() || link.holdsMore() || protocol.hasMore());
    }

    private void interest(boolean toWrite) {
        var registered = Objects.requireNonNull(key);
        int wanted = toWrite ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (registered.interestOps() != wanted) {
            registered.interestOps(wanted);
            opening.selector().wakeup();
        }
    }

    private void lost(Failure thrown) {
        boolean opened = state == State.OPEN;
        // What is told in many ways while connecting (no route, no port or file left) is one thing: it could not connect.
        var why = state == State.CONNECTING && thrown == Failure.RESET ? Failure.UNREACHABLE : thrown;
        protocol.abandon(why, outstanding);
        if (first != Flight.NONE) {
            int ticket = first;
            first = Flight.NONE;
            outstanding.opened();
            outstanding.failed(ticket, why);
        }
        if (!opened) {
            outstanding.tally().connectFailed(opening.now(), why);
        }
        shut(backOff.worked() ? null : why);
        backOff.lost(opening.now());
        // At once, not at the next tick: the generator's pause would become the server's latency.
        openWhenDue(outstanding.tally());
    }

    private void shut(@Nullable Failure why) {
        link.close();
        state = State.CLOSED;
        lane.died(why);
        free = !kept;
    }
}
