package meshadvisor.load.record;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.DataFormatException;
import meshadvisor.load.wire.Failure;
import org.HdrHistogram.Histogram;

/** The sums over many intervals, threads or generators. Not for several threads at once. */
public final class Totals {

    private final Map<Kind, Histogram> histograms = new EnumMap<>(Kind.class);
    private final Row<Counter> counters = new Row<>(Counter.class);
    private final Row<Failure> failures = new Row<>(Failure.class);
    private final Row<Failure> connectFailures = new Row<>(Failure.class);
    private final Row<StatusClass> statuses = new Row<>(StatusClass.class);

    private final Map<Kind, byte[]> packed = new EnumMap<>(Kind.class);
    private long last;

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
        unpack();
        for (Kind kind : Kind.values()) {
            if (page.histogram(kind).getTotalCount() > 0) {
                histogram(kind).add(page.histogram(kind));
            }
        }
        counters.add(page.counters());
        failures.add(page.failures());
        connectFailures.add(page.connectFailures());
        statuses.add(page.statuses());
        last = Math.max(last, page.last());
    }

    /** Adds another sum. */
    void add(Totals more) {
        unpack();
        for (Kind kind : Kind.values()) {
            histogram(kind).add(more.histogram(kind));
        }
        counters.add(more.counters);
        failures.add(more.failures);
        connectFailures.add(more.connectFailures);
        statuses.add(more.statuses);
        last = Math.max(last, more.last);
    }

    /** The values of one kind, in nanoseconds. The caller does not change it. */
    public Histogram histogram(Kind kind) {
        byte[] small = packed.get(kind);
        return small == null ? Objects.requireNonNull(histograms.get(kind), "there is one of each kind") : unpacked(small);
    }

    /** Makes them small, without loss, until more is added: a histogram of a second takes 160 KB, and mostly zeros. */
    void pack() {
        for (Kind kind : Kind.values()) {
            Histogram histogram = histograms.remove(kind);
            if (histogram != null) {
                ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
                packed.put(kind, Arrays.copyOf(bytes.array(), histogram.encodeIntoCompressedByteBuffer(bytes)));
            }
        }
    }

    private void unpack() {
        packed.forEach((kind, small) -> histograms.put(kind, unpacked(small)));
        packed.clear();
    }

    private static Histogram unpacked(byte[] small) {
        try {
            Histogram histogram = Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(small), 0);
            histogram.setAutoResize(true);
            return histogram;
        } catch (DataFormatException e) {
            throw new IllegalStateException("what was packed can be unpacked", e);
        }
    }

    /** When the last of the requests ended that were intended in the phase, in nanoseconds since its begin; 0 if none did. */
    public long lastNanos() {
        return last;
    }

    public long count(Counter counter) {
        return counters.of(counter);
    }

    /** Failed requests by kind, without those that did not occur. */
    public Map<Failure, Long> failures() {
        return failures.present();
    }

    /** Connections that could not be opened, by kind. */
    public Map<Failure, Long> connectFailures() {
        return connectFailures.present();
    }

    /** Answers by what their status says. */
    public Map<StatusClass, Long> statuses() {
        return statuses.present();
    }
}
