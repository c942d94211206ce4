package engines;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/** Plain NIO, one thread: it asks the selector without waiting, sends what is due, and never sleeps. */
final class Spin implements Engine {
    private final Selector selector = Selector.open();
    private final ArrayDeque<Connection> free = new ArrayDeque<>();
    private final Consumer<SelectionKey> onReadable = this::readable;
    private Arrivals arrivals = new Arrivals(0, 0);

    Spin(InetSocketAddress server, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            Connection connection = new Connection(server);
            connection.channel().configureBlocking(false);
            connection.channel().register(selector, SelectionKey.OP_READ, connection);
            free.push(connection);
        }
    }

    @Override
    public void play(Arrivals arrivals) throws IOException {
        this.arrivals = arrivals;
        int next = 0;
        while (!arrivals.allAnswered()) {
            while (next < arrivals.count() && !free.isEmpty() && arrivals.due(next) <= System.nanoTime()) {
                free.pop().send(arrivals, next++);
            }
            selector.selectNow(onReadable);
        }
    }

    private void readable(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            if (connection.read()) {
                arrivals.answered(connection.arrival);
                free.push(connection);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
