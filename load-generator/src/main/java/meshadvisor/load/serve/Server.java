package meshadvisor.load.serve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The echo server, running. Closing it ends its threads and connections. */
public final class Server implements AutoCloseable {

    private static final int BACKLOG = 4096;

    private final List<Loop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final InetSocketAddress address;

    /**
     * Begins to serve.
     *
     * @param at where to listen; port 0 takes any that is free
     * @param threads how many share the connections; the kernel hands these out
     * @throws IOException if it cannot listen there
     */
    public Server(Offer offer, InetSocketAddress at, int threads) throws IOException {
        ServerSocketChannel first = bound(at, threads);
        address = (InetSocketAddress) first.getLocalAddress();
        loops.add(new Loop(offer, first, 0));
        for (int number = 1; number < threads; number++) {
            loops.add(new Loop(offer, bound(address, threads), number));
        }
        for (Loop each : loops) {
            this.threads.add(Thread.ofPlatform().name("serve-" + this.threads.size()).start(each));
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** Waits until it has ended. */
    public void await() throws InterruptedException {
        for (Thread each : threads) {
            each.join();
        }
    }

    /** What it has done; complete once it has ended. */
    public Tally tally() {
        return loops.stream().map(loop -> loop.counts().tally()).reduce(Tally.NOTHING, Tally::plus);
    }

    /** Its threads, by number: what they cost can be asked of the Java runtime. */
    List<Long> threadIds() {
        return threads.stream().map(Thread::threadId).toList();
    }

    @Override
    public void close() {
        loops.forEach(Loop::stop);
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerSocketChannel bound(InetSocketAddress at, int threads) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open();
        try {
            if (threads > 1) { // for one thread a port that is taken stays an error
                socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            return socket.bind(at, BACKLOG);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
