package engines;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.concurrent.locks.LockSupport;

/** Virtual threads, each with a blocking connection of its own; one platform thread keeps the time and wakes them. */
final class VirtualThreads implements Engine {
    private final ArrayDeque<Worker> free = new ArrayDeque<>();
    private volatile Arrivals arrivals = new Arrivals(0, 0);

    VirtualThreads(InetSocketAddress server, int connections) throws IOException {
        Pacing.sharpTimers();
        for (int i = 0; i < connections; i++) {
            free.push(new Worker(new Connection(server)));
        }
    }

    @Override
    public void play(Arrivals arrivals) throws Exception {
        this.arrivals = arrivals;
        for (int next = 0; next < arrivals.count(); next++) {
            Pacing.until(arrivals.due(next), 20_000);
            take().give(next);
        }
        while (!arrivals.allAnswered()) {
            Thread.sleep(1);
        }
    }

    private Worker take() throws InterruptedException {
        synchronized (free) {
            while (free.isEmpty()) {
                free.wait();
            }
            return free.pop();
        }
    }

    /** One connection and the virtual thread that blocks on it. */
    private final class Worker {
        private static final int NONE = -1;
        private final Connection connection;
        private final Thread thread;
        private volatile int given = NONE;

        Worker(Connection connection) {
            this.connection = connection;
            this.thread = Thread.ofVirtual().start(this::work);
        }

        void give(int arrival) {
            given = arrival;
            LockSupport.unpark(thread);
        }

        private void work() {
            try {
                while (true) {
                    while (given == NONE) {
                        LockSupport.park(this);
                    }
                    int arrival = given;
                    given = NONE;
                    connection.send(arrivals, arrival);
                    while (!connection.read()) {
                        Thread.onSpinWait();
                    }
                    arrivals.answered(arrival);
                    synchronized (free) {
                        free.push(this);
                        free.notify();
                    }
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
