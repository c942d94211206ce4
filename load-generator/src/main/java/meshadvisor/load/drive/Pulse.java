package meshadvisor.load.drive;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.jspecify.annotations.Nullable;

/** Latencies of the last moments, by which the end of the warm-up is seen. The receiver notes, the sender looks. */
final class Pulse {

    private static final long LONGEST = 60_000_000_000L;

    private final SingleWriterRecorder recorder = new SingleWriterRecorder(1_000, LONGEST, 2);
    private volatile boolean listening;
    private @Nullable Histogram taken;

    void listen() {
        listening = true;
    }

    void rest() {
        listening = false;
    }

    void beat(long latency) {
        if (listening) {
            recorder.recordValue(Math.clamp(latency, 0, LONGEST));
        }
    }

    /** The median since the last look in nanoseconds, or NaN if there was no answer. */
    double median() {
        taken = recorder.getIntervalHistogram(taken);
        return taken.getTotalCount() == 0 ? Double.NaN : taken.getValueAtPercentile(50);
    }
}
