package meshadvisor.load.record;

import java.util.EnumMap;
import java.util.Map;
import meshadvisor.load.wire.Failure;
import org.HdrHistogram.Histogram;

/** The sums over many intervals, threads or generators. Not for several threads at once. */
public final class Totals {

    private final Map<Kind, Histogram> histograms = new EnumMap<>(Kind.class);
    private final long[] counters = new long[Counter.values().length];
    private final long[] failures = new long[Failure.values().length];
    private final long[] connectFailures = new long[Failure.values().length];
    private final long[] statuses = new long[StatusClass.values().length];

    public Totals() {
        for (Kind kind : Kind.values()) {
            histograms.put(kind, histogram());
        }
    }

    /** A histogram as all are: from 1 ns on with three digits. It grows with its largest value, for most never reach a second. */
    static Histogram histogram() {
        Histogram histogram = new Histogram(1, 2, Recorder.DIGITS);
        histogram.setAutoResize(true);
        return histogram;
    }

    void add(Page page) {
        for (Kind kind : Kind.values()) {
            if (page.histogram(kind).getTotalCount() > 0) {
                histogram(kind).add(page.histogram(kind));
            }
        }
        add(counters, page.counters());
        add(failures, page.failures());
        add(connectFailures, page.connectFailures());
        add(statuses, page.statuses());
    }

    private static void add(long[] sums, long[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /** The values of one kind, in nanoseconds. The caller does not change it. */
    public Histogram histogram(Kind kind) {
        return histograms.getOrDefault(kind, histogram());
    }

    public long count(Counter counter) {
        return counters[counter.ordinal()];
    }

    public long failures(Failure why) {
        return failures[why.ordinal()];
    }

    public long connectFailures(Failure why) {
        return connectFailures[why.ordinal()];
    }

    public long statuses(StatusClass status) {
        return statuses[status.ordinal()];
    }
}
