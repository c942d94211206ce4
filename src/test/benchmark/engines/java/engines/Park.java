package engines;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Plain NIO, two threads: the sender parks and spins only the last microseconds, if any, the receiver sleeps in the selector. With a tick of
 * more than a nanosecond it wakes at multiples of it only and sends what has become due meanwhile at once, as other tools do.
 */
final class Park implements Engine {
    private final Selector selector = Selector.open();
    private final ArrayDeque<Connection> free = new ArrayDeque<>();
    private final Consumer<SelectionKey> onReadable = this::readable;
    private final long near;
    private final long tick;
    private volatile Arrivals arrivals = new Arrivals(0, 0);

    Park(InetSocketAddress server, int connections, long near, long tick) throws IOException {
        this.near = near;
        this.tick = tick;
        Pacing.sharpTimers();
        for (int i = 0; i < connections; i++) {
            Connection connection = new Connection(server);
            connection.channel().configureBlocking(false);
            connection.channel().register(selector, SelectionKey.OP_READ, connection);
            free.push(connection);
        }
        Thread.ofPlatform().name("receiver").daemon().start(this::receive);
    }

    @Override
    public void play(Arrivals arrivals) throws Exception {
        this.arrivals = arrivals;
        for (int next = 0; next < arrivals.count(); next++) {
            long due = arrivals.due(next);
            Pacing.until(due + Math.floorMod(-due, tick), near);
            take().send(arrivals, next);
        }
        while (!arrivals.allAnswered()) {
            Thread.sleep(1);
        }
    }

    private Connection take() throws InterruptedException {
        synchronized (free) {
            while (free.isEmpty()) {
                free.wait();
            }
            return free.pop();
        }
    }

    private void receive() {
        try {
            while (true) {
                selector.select(onReadable);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void readable(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (connection.read()) {
                arrivals.answered(connection.arrival);
                synchronized (free) {
                    free.push(connection);
                    free.notify();
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
