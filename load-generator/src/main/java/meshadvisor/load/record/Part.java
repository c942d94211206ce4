package meshadvisor.load.record;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** One of the results that are to be merged, with the sums of its log by tag. */
record Part(Path file, RunReport report, Map<String, Histogram> histograms) {

    /** Reads a result and its log. What is wrong is added to the mistakes; then the part may be empty of histograms. */
    static List<Part> read(Path file, List<String> mistakes) {
        try {
            RunReport report = RunJson.read(file);
            if (report.hlog().isEmpty()) {
                mistakes.add(file + ": names no interval log, so there is nothing to add: run with --hlog");
                return List.of();
            }
            return log(file, report, mistakes);
        } catch (IOException e) {
            mistakes.add(file + ": cannot be read");
        } catch (IllegalArgumentException e) {
            mistakes.add(file + ": " + e.getMessage());
        }
        return List.of();
    }

    private static List<Part> log(Path file, RunReport report, List<String> mistakes) {
        Part part = new Part(file, report, new HashMap<>());
        try (LogLines lines = new LogLines(part.log())) {
            while (lines.peek().isPresent()) {
                LogLines.Line line = lines.take();
                part.histograms.computeIfAbsent(line.tag(), tag -> Totals.histogram()).add(line.histogram());
            }
            part.compare(mistakes);
            return List.of(part);
        } catch (IOException e) {
            mistakes.add(part.log() + ": cannot be read; " + file + " names it");
        } catch (IllegalArgumentException e) {
            mistakes.add(part.log() + ": " + e.getMessage());
        }
        return List.of();
    }

    /** The file of the interval log. */
    Path log() {
        return file.resolveSibling(report.hlog().orElseThrow());
    }

    Histogram histogram(String phase, Kind kind) {
        return histograms.getOrDefault(kind.tag(phase), Totals.histogram());
    }

    PhaseReport phase(String name) {
        return report.phases().stream().filter(phase -> phase.name().equals(name)).findFirst().orElseThrow();
    }

    List<String> phases() {
        return report.phases().stream().map(PhaseReport::name).toList();
    }

    /** When the first of its generators began; absent if none tells a time. */
    Optional<Instant> began() {
        return report.generators().stream().flatMap(generator -> time(generator.startedAt()).stream()).min(Comparator.naturalOrder());
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether one had ended when the other began. Begins are told in whole seconds, so one second is forgiven. */
    boolean apart(Part other) {
        if (began().isEmpty() || other.began().isEmpty()) {
            return false;
        }
        double later = Duration.between(began().get(), other.began().get()).toSeconds();
        return later > lasts() + 1 || -later > other.lasts() + 1;
    }

    private double lasts() {
        return report.phases().stream().mapToDouble(phase -> phase.beginSeconds() + phase.seconds()).max().orElse(0);
    }

    /** A log that was cut, or belongs to another run, holds other counts. */
    private void compare(List<String> mistakes) {
        List<String> differing = new ArrayList<>();
        for (PhaseReport phase : report.phases()) {
            if (histogram(phase.name(), Kind.LATENCY).getTotalCount() != phase.latency().count()
                    || histogram(phase.name(), Kind.FAILED).getTotalCount() != phase.latencyOfFailed().count()
                    || histogram(phase.name(), Kind.SCHEDULE).getTotalCount() != phase.scheduleError().count()
                    || histogram(phase.name(), Kind.WAIT).getTotalCount() != phase.connectionWait().count()
                    || histogram(phase.name(), Kind.SERVICE).getTotalCount() != phase.service().count()) {
                differing.add(phase.name());
            }
        }
        if (!differing.isEmpty()) {
            mistakes.add(log() + ": holds other counts than " + file + " for " + String.join(", ", differing)
                    + ": it was cut, or is of another run");
        }
    }
}
