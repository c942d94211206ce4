package meshadvisor.load.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.function.Consumer;

/**
 * One thread that serves: waits until a socket is ready or a service time ends, and acts. It blocks as long as the next end is far,
 * and spins for the last of the wait, so that a service time is as long as it was drawn.
 */
final class Loop implements Runnable, Consumer<SelectionKey> {

    /** For how long it spins, in nanoseconds: longer than a thread that parks is late. */
    private static final long SPIN = 150_000;

    private final Selector selector = Selector.open();
    private final Alarm alarm = new Alarm(selector);
    private final Counts counts = new Counts();
    private final Offer offer;
    private final Service service;
    private final Connections connections;
    private final Listener listener;
    private final List<Upstream> upstreams;
    private final long tick;
    private long nextSweep;
    private volatile boolean over;

    /**
     * Will serve what connects to a socket that is bound.
     *
     * @param number of this among the server's loops
     */
    Loop(Offer offer, ServerSocketChannel socket, int number) throws IOException {
        this.offer = offer;
        service = new Service(offer.behaviour(), offer.behaviour().seed() + number, counts);
        connections = new Connections(offer.bounds(), counts);
        listener = new Listener(this, socket);
        Onward onward = offer.onward();
        upstreams = onward.next().stream().map(each -> new Upstream(each, onward.version(), selector, service)).toList();
        service.callOnward(upstreams, onward.fanOut());
        tick = offer.bounds().tick().toMillis();
    }

    Offer offer() {
        return offer;
    }

    Selector selector() {
        return selector;
    }

    Service service() {
        return service;
    }

    Counts counts() {
        return counts;
    }

    Connections connections() {
        return connections;
    }

    /** Ends soon. May be called from any thread. */
    void stop() {
        over = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        alarm.start();
        try {
            while (!over) {
                turn();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the selector of the system failed", e);
        } finally {
            end();
        }
    }

    /** Serves one socket that is ready, and whoever became due meanwhile. */
    @Override
    public void accept(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Watched watched) {
            watched.ready(key);
        }
        if (service.next() != DelayQueue.NEVER) {
            service.due(System.nanoTime());
        }
    }

    private void turn() throws IOException {
        long now = System.nanoTime();
        service.due(now);
        if (now - nextSweep >= 0) {
            sweep(now);
        }
        long next = service.next();
        if (offer.idle() == Idle.SPIN || next != DelayQueue.NEVER && next - now <= SPIN) {
            Thread.onSpinWait();
            selector.selectNow(this);
            return;
        }
        if (next != DelayQueue.NEVER) {
            alarm.set(next - SPIN);
        }
        selector.select(this, tick);
    }

    private void sweep(long now) {
        nextSweep = now + tick * 1_000_000;
        listener.resume();
        connections.sweep(now);
        for (Upstream each : upstreams) {
            each.sweep(now - offer.bounds().onward().toNanos());
        }
    }

    private void end() {
        alarm.stop();
        listener.close();
        connections.close();
        upstreams.forEach(Upstream::close);
        try {
            selector.close();
        } catch (IOException e) {
            // The thread ends anyway.
        }
    }
}
