package meshadvisor.load.record;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Takes each second what was noted, and tells it on. Closing takes the rest, so nothing is lost when a run ends early: close it in a
 * {@code try}, and in the hook that an interrupt runs.
 */
public final class Reporter implements AutoCloseable {

    private static final long SECOND = 1_000_000_000L;

    private final Recorder recorder;
    private final Intervals intervals;
    private final long begin;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "reporter");
    private long told;

    private Reporter(Recorder recorder, Intervals intervals, long begin) {
        this.recorder = recorder;
        this.intervals = intervals;
        this.begin = begin;
        told = begin;
    }

    /**
     * Starts the thread.
     *
     * @param begin the begin of the run in the time of {@link System#nanoTime}
     */
    public static Reporter start(Recorder recorder, Intervals intervals, long begin) {
        Reporter reporter = new Reporter(recorder, intervals, begin);
        reporter.thread.setDaemon(true);
        reporter.thread.start();
        return reporter;
    }

    private void run() {
        try {
            for (long next = begin + SECOND; !closing.await(next - System.nanoTime(), TimeUnit.NANOSECONDS); next += SECOND) {
                tell(System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell(long now) {
        Map<String, Totals> noted = recorder.drain();
        if (!noted.isEmpty()) {
            intervals.interval(noted, (told - begin) / (double) SECOND, (now - begin) / (double) SECOND);
        }
        told = now;
    }

    /** What a phase has recorded until now. */
    public synchronized Totals totals(String phase) {
        tell(System.nanoTime());
        return recorder.totals(phase);
    }

    /** Stops the thread and tells the last interval, which is shorter than a second. Once more does nothing that matters. */
    @Override
    public void close() {
        closing.countDown();
        tell(System.nanoTime());
    }
}
