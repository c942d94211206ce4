package meshadvisor.load.serve;

import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import meshadvisor.load.net.TimerSlack;

/**
 * Wakes a selector at a time that is finer than the whole milliseconds for which a selector itself can wait: a thread that parks,
 * with the kernel's leave to be late (50 µs by default) taken away. What is left of the wait the selector's thread spins.
 */
final class Alarm implements Runnable {

    private static final long AWAKE = Long.MIN_VALUE;

    private final Selector selector;
    private final AtomicLong at = new AtomicLong(DelayQueue.NEVER);
    private final Thread thread = Thread.ofPlatform().daemon().name("alarm").unstarted(this);
    private volatile long parkedUntil = AWAKE;
    private volatile boolean over;

    Alarm(Selector selector) {
        this.selector = selector;
    }

    void start() {
        thread.start();
    }

    /** Wakes the selector at this time of {@link System#nanoTime}, instead of the time that was set before. */
    void set(long time) {
        at.set(time);
        if (time < parkedUntil) { // else it wakes before, and looks anew
            LockSupport.unpark(thread);
        }
    }

    void stop() {
        over = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        TimerSlack.take();
        while (!over) {
            long time = at.get();
            long wait = time == DelayQueue.NEVER ? time : time - System.nanoTime();
            if (wait > 0) {
                park(time, wait);
            } else if (at.compareAndSet(time, DelayQueue.NEVER)) {
                selector.wakeup();
            }
        }
    }

    private void park(long time, long wait) {
        parkedUntil = time;
        if (at.get() == time && !over) { // set() either sees parkedUntil or is seen here
            LockSupport.parkNanos(this, wait);
        }
        parkedUntil = AWAKE;
    }
}
