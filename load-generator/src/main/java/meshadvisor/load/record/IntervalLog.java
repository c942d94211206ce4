package meshadvisor.load.record;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes an interval log of HdrHistogram (version 1.3, histograms in V2 compressed form), one line for each histogram and interval.
 * {@link Kind#tag} says which is which. Histograms are in nanoseconds, the column Interval_Max in milliseconds, as tools expect it.
 */
public final class IntervalLog implements Intervals, AutoCloseable {

    private static final double NANOS_PER_MILLI = 1e6;

    private final PrintStream out;
    private final HistogramLogWriter log;

    /**
     * Begins a log.
     *
     * @param startMillis when the run began, since the epoch; times of lines are seconds since then
     */
    public IntervalLog(OutputStream to, long startMillis) {
        out = new PrintStream(new BufferedOutputStream(to, 1 << 16), false, StandardCharsets.UTF_8);
        log = new HistogramLogWriter(out);
        log.outputComment("[Logged with meshadvisor load-generator; values in nanoseconds, Interval_Max in milliseconds]");
        log.outputLogFormatVersion();
        log.outputStartTime(startMillis);
        log.setBaseTime(startMillis);
        log.outputBaseTime(startMillis);
        log.outputLegend();
    }

    @Override
    public void interval(Map<String, Totals> noted, double from, double to) {
        noted.forEach((phase, totals) -> {
            for (Kind kind : Kind.values()) {
                Histogram histogram = totals.histogram(kind);
                // A second without any good answer is a line, too: it is the sign of a stall.
                if (kind == Kind.LATENCY || histogram.getTotalCount() > 0) {
                    line(kind.tag(phase), histogram, from, to);
                }
            }
        });
        out.flush();
    }

    /** Writes one line; an empty tag is none. */
    void line(String tag, Histogram histogram, double from, double to) {
        if (!tag.isEmpty()) {
            histogram.setTag(tag);
        }
        log.outputIntervalHistogram(from, to, histogram, NANOS_PER_MILLI);
    }

    /**
     * Ends the log.
     *
     * @throws IOException if anything of it could not be written
     */
    @Override
    public void close() throws IOException {
        boolean failed = out.checkError();
        log.close();
        if (failed || out.checkError()) {
            throw new IOException("the interval log could not be written whole");
        }
    }
}
