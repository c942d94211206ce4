package meshadvisor.load.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A result for people, in a terminal. Pure: the same report, the same text. */
public final class ResultTable {

    private static final List<Quantile> SHOWN = List.of(Quantile.P50, Quantile.P90, Quantile.P99, Quantile.P99_9, Quantile.P99_99,
            Quantile.MAX);

    private final StringBuilder text = new StringBuilder();

    private ResultTable() {}

    /** The table, each line ended. */
    public static String of(RunReport report) {
        ResultTable table = new ResultTable();
        report.knee().ifPresent(table::knee);
        report.measured().forEach(table::phase);
        report.cpuNanosPerRequest().ifPresent(nanos -> table.line("CPU per request", List.of(Times.of(Math.round(nanos)))));
        table.verdict(report.verdict());
        return table.text.toString();
    }

    private void phase(PhaseReport phase) {
        Counts counts = phase.counts();
        text.append(String.format(Locale.ROOT, "%s, %.1f s%n", phase.name(), phase.seconds()).replace("\r\n", "\n"));
        cells("requests", List.of("intended", "sent", "completed", "failed", "dropped", "unfinished"));
        cells("", List.of(counts.intended(), counts.sent(), counts.completed(), counts.allFailed(), counts.dropped(), counts.unfinished()));
        if (!counts.failed().isEmpty()) {
            line("failed by kind", List.of(kinds(counts.failed())));
        }
        if (counts.statuses().keySet().stream().anyMatch(status -> status != StatusClass.GOOD)) {
            line("answers", List.of(kinds(counts.statuses())));
        }
        List<String> rates = new ArrayList<>();
        phase.askedPerSecond().ifPresent(asked -> rates.add("asked " + rate(asked)));
        rates.add("sent " + rate(phase.sentPerSecond()));
        rates.add("completed " + rate(phase.completedPerSecond()));
        line("per second", List.of(String.join(", ", rates)));
        cells("", SHOWN.stream().map(Quantile::word).toList());
        cells("latency", SHOWN.stream().map(quantile -> time(phase.latency().nanos(), quantile)).toList());
        if (phase.latencyOfIntended().censored() > 0) {
            cells("of all intended", SHOWN.stream().map(quantile -> time(phase.latencyOfIntended(), quantile)).toList());
        }
        cells("schedule error", SHOWN.stream().map(quantile -> time(phase.scheduleError().nanos(), quantile)).toList());
    }

    private void knee(Knee knee) {
        text.append("knee of ").append(knee.objective()).append('\n');
        for (var trial : knee.trials()) {
            text.append("  ").append(line(trial)).append('\n');
        }
        line("held, twice", List.of(knee.heldPerSecond().isPresent() ? rate(knee.heldPerSecond().getAsDouble()) : "no rate"));
        line("broke", List.of(knee.brokenPerSecond().isPresent() ? rate(knee.brokenPerSecond().getAsDouble()) : "no rate"));
    }

    /** A trial of the search for a knee in a line. */
    public static String line(Knee.Trial trial) {
        var quantile = trial.quantileNanos().isPresent() ? Times.of(trial.quantileNanos().getAsLong()) : "not known";
        return String.format(Locale.ROOT, "%-16s%s per second: %s, %s", trial.phase(), rate(trial.ratePerSecond()),
                trial.held() ? "held" : "broke", quantile);
    }

    private static String kinds(Map<?, Long> counts) {
        return counts.entrySet().stream().map(each -> Words.of((Enum<?>) each.getKey()) + " " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.1f", perSecond);
    }

    private static String time(Map<Quantile, Long> nanos, Quantile quantile) {
        return nanos.containsKey(quantile) ? Times.of(nanos.getOrDefault(quantile, 0L)) : "-";
    }

    private static String time(OfIntended all, Quantile quantile) {
        if (all.nanos().containsKey(quantile)) {
            return time(all.nanos(), quantile);
        }
        // Without a single answer nothing is known of the latency, not even what it is at least.
        return all.censored() < all.count() ? "≥ " + time(all.atLeastNanos(), quantile) : "-";
    }

    private void verdict(Verdict verdict) {
        text.append(verdict.valid() ? "valid\n" : "not valid, because\n");
        verdict.because().forEach(reason -> text.append("- ").append(reason.sentence()).append('\n'));
    }

    private void cells(String name, List<?> cells) {
        line(name, cells.stream().map(cell -> String.format(Locale.ROOT, "%10s", cell)).toList());
    }

    private void line(String name, List<String> cells) {
        text.append(String.format(Locale.ROOT, "  %-16s", name)).append(String.join(" ", cells)).append('\n');
    }
}
