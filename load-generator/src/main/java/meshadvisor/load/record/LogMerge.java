package meshadvisor.load.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.load.record.LogLines.Line;
import org.HdrHistogram.Histogram;

/** Several interval logs as one. Holds one line of each at a time, for a line can be 0.2 MB. */
final class LogMerge {

    private final List<LogLines> logs = new ArrayList<>();

    private LogMerge() {}

    static void write(List<Path> files, OutputStream to) throws IOException {
        LogMerge merge = new LogMerge();
        try {
            for (Path file : files) {
                merge.logs.add(new LogLines(file));
            }
            merge.write(to);
        } finally {
            merge.logs.forEach(LogLines::close);
        }
    }

    private void write(OutputStream to) throws IOException {
        double start = Math.floor(earliest().map(Line::from).orElse(0.0) * 1e3) / 1e3;
        try (IntervalLog merged = new IntervalLog(to, Math.round(start * 1e3))) {
            for (Optional<Line> line = earliest(); line.isPresent(); line = earliest()) {
                second(start, slot(line.get(), start)).values()
                        .forEach(sum -> merged.line(sum.tag(), sum.histogram(), sum.from() - start, sum.to() - start));
            }
        }
    }

    private Optional<Line> earliest() {
        Optional<Line> earliest = Optional.empty();
        for (LogLines log : logs) {
            Optional<Line> line = log.peek();
            if (line.isPresent() && (earliest.isEmpty() || line.get().from() < earliest.get().from())) {
                earliest = line;
            }
        }
        return earliest;
    }

    /** Generators do not begin on the same millisecond, so the seconds of each are only about those of others. */
    private static long slot(Line line, double start) {
        return Math.round(line.from() - start);
    }

    /** Sums all lines of a second by tag. */
    private Map<String, Line> second(double start, long slot) {
        Map<String, Line> sums = new LinkedHashMap<>();
        for (LogLines log : logs) {
            while (log.peek().filter(line -> slot(line, start) == slot).isPresent()) {
                Line line = log.take();
                sums.merge(line.tag(), line, LogMerge::plus);
            }
        }
        return sums;
    }

    private static Line plus(Line one, Line other) {
        Histogram sum = Totals.histogram();
        sum.add(one.histogram());
        sum.add(other.histogram());
        return new Line(one.tag(), Math.min(one.from(), other.from()), Math.max(one.to(), other.to()), sum);
    }
}
