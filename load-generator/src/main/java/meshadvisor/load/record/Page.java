package meshadvisor.load.record;

import meshadvisor.load.wire.Failure;
import org.HdrHistogram.IntCountsHistogram;

/**
 * What one thread noted in one interval of one phase. Plain fields: {@link Desk} sees to it that writer and reader never hold the same
 * page. Counts of 32 bits, because a page is read every second; that halves it to 0.6 MB.
 */
final class Page {

    /** Stands where no page is. */
    static final Page NONE = new Page(2);

    private final IntCountsHistogram latency;
    private final IntCountsHistogram failed;
    private final IntCountsHistogram schedule;
    private final IntCountsHistogram wait;
    private final IntCountsHistogram service;
    private final Row<Counter> counters = new Row<>(Counter.class);
    private final Row<Failure> failures = new Row<>(Failure.class);
    private final Row<Failure> connectFailures = new Row<>(Failure.class);
    private final Row<StatusClass> statuses = new Row<>(StatusClass.class);
    private boolean written;
    private long last;

    Page() {
        this(Recorder.LONGEST);
    }

    private Page(long longest) {
        latency = new IntCountsHistogram(1, longest, Recorder.DIGITS);
        failed = new IntCountsHistogram(1, longest, Recorder.DIGITS);
        schedule = new IntCountsHistogram(1, longest, Recorder.DIGITS);
        wait = new IntCountsHistogram(1, longest, Recorder.DIGITS);
        service = new IntCountsHistogram(1, longest, Recorder.DIGITS);
    }

    /** Records a time in nanoseconds; one outside the range is recorded as the nearest inside. */
    void note(Kind kind, long nanos) {
        long within = Math.max(0, nanos);
        if (within > Recorder.LONGEST) {
            within = Recorder.LONGEST;
            counters.add(Counter.BEYOND, 1);
        }
        histogram(kind).recordValue(within);
        written = true;
    }

    void add(Counter counter, long amount) {
        counters.add(counter, amount);
        written = true;
    }

    void fail(Failure why) {
        failures.add(why, 1);
        written = true;
    }

    void failConnect(Failure why) {
        connectFailures.add(why, 1);
        written = true;
    }

    void status(StatusClass status) {
        statuses.add(status, 1);
        written = true;
    }

    /** A request ended so long after its phase began, in nanoseconds. */
    void ended(long sinceBegin) {
        last = Math.max(last, sinceBegin);
    }

    /** When the last request ended, since its phase began, in nanoseconds. */
    long last() {
        return last;
    }

    /** Whether anything was noted. */
    boolean written() {
        return written;
    }

    IntCountsHistogram histogram(Kind kind) {
        return switch (kind) {
            case LATENCY -> latency;
            case FAILED -> failed;
            case SCHEDULE -> schedule;
            case WAIT -> wait;
            case SERVICE -> service;
        };
    }

    Row<Counter> counters() {
        return counters;
    }

    Row<Failure> failures() {
        return failures;
    }

    Row<Failure> connectFailures() {
        return connectFailures;
    }

    Row<StatusClass> statuses() {
        return statuses;
    }

    /** Makes it as new. */
    void clear() {
        for (Kind kind : Kind.values()) {
            if (histogram(kind).getTotalCount() > 0) {
                histogram(kind).reset();
            }
        }
        counters.clear();
        failures.clear();
        connectFailures.clear();
        statuses.clear();
        written = false;
        last = 0;
    }
}
