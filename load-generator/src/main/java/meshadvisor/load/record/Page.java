package meshadvisor.load.record;

import java.util.Arrays;
import meshadvisor.load.wire.Failure;
import org.HdrHistogram.IntCountsHistogram;

/**
 * What one thread noted in one interval of one phase. Plain fields: {@link Desk} sees to it that writer and reader never hold the same
 * page. Counts of 32 bits, because a page is read every second; that halves it to 0.6 MB.
 */
final class Page {

    private static final int KINDS = Kind.values().length;
    private static final int COUNTERS = Counter.values().length;
    private static final int FAILURES = Failure.values().length;

    /** Stands where no page is. */
    static final Page NONE = new Page(0);

    private final IntCountsHistogram[] histograms;
    private final long[] counters = new long[COUNTERS];
    private final long[] failures = new long[FAILURES];
    private final long[] connectFailures = new long[FAILURES];
    private final long[] statuses = new long[StatusClass.values().length];
    private boolean written;

    Page() {
        this(KINDS);
    }

    private Page(int kinds) {
        histograms = new IntCountsHistogram[kinds];
        for (int i = 0; i < kinds; i++) {
            histograms[i] = new IntCountsHistogram(1, Recorder.LONGEST, Recorder.DIGITS);
        }
    }

    /** Records a time in nanoseconds; one outside the range is recorded as the nearest inside. */
    void note(Kind kind, long nanos) {
        long within = Math.max(0, nanos);
        if (within > Recorder.LONGEST) {
            within = Recorder.LONGEST;
            add(Counter.BEYOND, 1);
        }
        histograms[kind.ordinal()].recordValue(within);
        written = true;
    }

    void add(Counter counter, long amount) {
        counters[counter.ordinal()] += amount;
        written = true;
    }

    void fail(Failure why) {
        failures[why.ordinal()]++;
        written = true;
    }

    void failConnect(Failure why) {
        connectFailures[why.ordinal()]++;
        written = true;
    }

    void status(StatusClass status) {
        statuses[status.ordinal()]++;
        written = true;
    }

    boolean written() {
        return written;
    }

    IntCountsHistogram histogram(Kind kind) {
        return histograms[kind.ordinal()];
    }

    long[] counters() {
        return counters;
    }

    long[] failures() {
        return failures;
    }

    long[] connectFailures() {
        return connectFailures;
    }

    long[] statuses() {
        return statuses;
    }

    /** Makes it as new. */
    void clear() {
        for (IntCountsHistogram histogram : histograms) {
            if (histogram.getTotalCount() > 0) {
                histogram.reset();
            }
        }
        Arrays.fill(counters, 0);
        Arrays.fill(failures, 0);
        Arrays.fill(connectFailures, 0);
        Arrays.fill(statuses, 0);
        written = false;
    }
}
