package meshadvisor.load.record;

import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * A thread that sleeps and notes how late it wakes: the idea of G. Tene's jHiccup. It sees whatever keeps threads of this program from
 * running: safepoints, the collector, a core that is taken. Safepoints themselves are not told without flags (the bean that counts
 * them, sun.management.HotspotRuntimeMBean, is not exported), and a safepoint that hurts is one that this thread sees.
 *
 * <p>It sleeps 10 ms, not 1 as jHiccup does: a waking costs up to 30 µs on a virtual machine, so 100 a second cost up to 0.3 % of a
 * core, where 1,000 would cost what the whole generator may at a low rate. What lasts 10 ms or more is still never missed. Sleeps that
 * were swallowed by a long one are filled in as jHiccup does. The least time seen is what a sleep takes on this machine; lateness is
 * what is more.
 */
final class Hiccups implements AutoCloseable {

    static final long INTERVAL = 10_000_000;

    private final Histogram lateness = Totals.histogram();
    private final Thread thread = new Thread(this::run, "hiccups");
    private long least = Long.MAX_VALUE;
    private volatile boolean over;

    private Hiccups() {}

    /** Starts the thread. */
    static Hiccups watch() {
        Hiccups hiccups = new Hiccups();
        hiccups.thread.setDaemon(true);
        hiccups.thread.start();
        return hiccups;
    }

    private void run() {
        long before = System.nanoTime();
        while (!over) {
            LockSupport.parkNanos(INTERVAL);
            long now = System.nanoTime();
            note(now - before);
            before = now;
        }
    }

    /** One sleep took so long. Nanoseconds. */
    synchronized void note(long slept) {
        // An unpark without a reason may end a sleep early; it tells nothing.
        if (slept >= INTERVAL) {
            least = Math.min(least, slept);
            lateness.recordValueWithExpectedInterval(Math.min(Recorder.LONGEST, slept - least), INTERVAL);
        }
    }

    synchronized Summary seen() {
        return Summary.of(lateness);
    }

    /** Stops the thread. */
    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }

    /** A meter without a thread. */
    static Hiccups still() {
        return new Hiccups();
    }
}
