package meshadvisor.load.record;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** Reads an interval log line by line, with a look at the next one. */
final class LogLines implements AutoCloseable {

    private final HistogramLogReader reader;
    private Optional<Line> next;

    /**
     * One histogram of one interval.
     *
     * @param tag empty for none
     * @param from seconds since the epoch
     * @param to the same
     */
    record Line(String tag, double from, double to, Histogram histogram) {}

    /**
     * Opens a log.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no interval log of times as {@link IntervalLog} writes them
     */
    LogLines(Path file) throws IOException {
        reader = new HistogramLogReader(new BufferedInputStream(Files.newInputStream(file)));
        next = read();
    }

    /** The line that {@link #take} would give. */
    Optional<Line> peek() {
        return next;
    }

    /** Goes on by a line. */
    Line take() {
        Line taken = next.orElseThrow();
        next = read();
        return taken;
    }

    private Optional<Line> read() {
        return parsed().map(LogLines::line);
    }

    private Optional<EncodableHistogram> parsed() {
        try {
            return reader.hasNext() ? Optional.of(reader.nextIntervalHistogram()) : Optional.empty();
        } catch (RuntimeException e) {
            // The reader checks little: what is no log ends in whatever exception comes first.
            throw new IllegalArgumentException("not an interval log of HdrHistogram", e);
        }
    }

    private static Line line(EncodableHistogram read) {
        if (!(read instanceof Histogram histogram)) {
            throw new IllegalArgumentException("not an interval log of HdrHistogram");
        }
        if (histogram.getLowestDiscernibleValue() != 1 || histogram.getNumberOfSignificantValueDigits() != Recorder.DIGITS) {
            throw new IllegalArgumentException("histograms with other buckets: they can only be added to their like");
        }
        String tag = histogram.getTag();
        return new Line(tag == null ? "" : tag, histogram.getStartTimeStamp() / 1e3, histogram.getEndTimeStamp() / 1e3, histogram);
    }

    @Override
    public void close() {
        reader.close();
    }
}
