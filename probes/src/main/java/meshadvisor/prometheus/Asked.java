package meshadvisor.prometheus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import meshadvisor.catalog.MetricSource;
import meshadvisor.catalog.MetricSource.Measure;
import meshadvisor.catalog.MetricSource.Series;
import meshadvisor.catalog.MetricSource.View;
import meshadvisor.model.Gap;
import meshadvisor.model.Observed.Flow;
import meshadvisor.prometheus.Fetch.Reach;
import meshadvisor.prometheus.Fetch.Refused;
import meshadvisor.prometheus.Tally.Part;

/** What one source gave, and what of it could not be had. */
final class Asked {

    private final MetricSource source;
    private final Questions questions;
    private final List<Flow> flows = new ArrayList<>();
    private final Set<String> noted = new LinkedHashSet<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>();
    private Optional<Refused> last = Optional.empty();
    private int series;
    private int numberless;

    private Asked(MetricSource source, Questions questions) {
        this.source = source;
        this.questions = questions;
    }

    /** Asks all views of the source, until one refusal reaches all questions. */
    static Asked of(MetricSource source, Questions questions) {
        Asked asked = new Asked(source, questions);
        Set<Edge> earlier = new HashSet<>();
        source.views().stream().takeWhile(view -> asked.go()).forEach(view -> earlier.addAll(asked.view(view, earlier)));
        asked.conclude();
        return asked;
    }

    /** Whether it makes sense to ask on. */
    boolean go() {
        return stopped().isEmpty();
    }

    /** The refusal that ended it, if one did. */
    Optional<Refused> stopped() {
        return last.filter(r -> r.reach() == Reach.ALL);
    }

    MetricSource source() {
        return source;
    }

    List<Flow> flows() {
        return flows;
    }

    List<Gap> gaps() {
        return gaps;
    }

    List<String> noted() {
        return List.copyOf(noted);
    }

    int series() {
        return series;
    }

    private Set<Edge> view(View view, Set<Edge> earlier) {
        Names names = Names.of(source, view);
        Tally tally = new Tally();
        for (Series each : source.series()) {
            boolean shows = each.measure() == Measure.REQUESTS || each.measure() == Measure.PRESENCE;
            if (go() && (shows || !tally.isEmpty())) { // no question about details of what is not there
                ask(each, view, names, tally);
            }
        }
        tally.flows(source, view.view(), earlier, flows);
        series += tally.series();
        return tally.edges();
    }

    private void ask(Series each, View view, Names names, Tally tally) {
        String window = questions.window().length();
        switch (each.measure()) {
            case LATENCY -> {
                ask(Promql.quantile(0.5, each, view, names.labels(), window), Part.P50, each, names, tally);
                ask(Promql.quantile(0.99, each, view, names.labels(), window), Part.P99, each, names, tally);
            }
            case REQUESTS, FAILED, BYTES_SENT, BYTES_RECEIVED, PRESENCE -> ask(Promql.rate(each, view, names.labels(), window),
                    Part.valueOf(each.measure().name()), each, names, tally);
        }
    }

    private void ask(String query, Part part, Series each, Names names, Tally tally) {
        if (!go()) {
            return;
        }
        switch (questions.ask(query)) {
            case QueryReader.Read(var vector) -> {
                tally.add(part, each.metric(), names, in(each.unit(), part, vector.rows()));
                nameless(names, vector);
                numberless += vector.numberless();
                vector.warnings().forEach(w -> noted.add("Prometheus warns: " + w));
            }
            case QueryReader.Unread(var refused) -> {
                last = Optional.of(refused);
                unanswered.add(each.metric());
            }
        }
    }

    private static List<Vector.Row> in(MetricSource.Unit unit, Part part, List<Vector.Row> rows) {
        boolean seconds = unit == MetricSource.Unit.S && (part == Part.P50 || part == Part.P99);
        return seconds ? rows.stream().map(r -> new Vector.Row(r.labels(), r.value() * 1_000)).toList() : rows;
    }

    private void nameless(Names names, Vector vector) {
        boolean some = vector.rows().stream().anyMatch(r -> !names.key(r).from().known() && !names.key(r).to().known());
        if (some && !source.remedy().isEmpty()) {
            noted.add("series that name neither end are left out: " + source.remedy());
        }
    }

    private void conclude() {
        if (numberless > 0) {
            noted.add(numberless + " series have no number (NaN, infinite or stale): no data");
        }
        if (!unanswered.isEmpty() && go()) {
            Refused refused = last.orElseThrow();
            gaps.add(Gap.of("traffic", "what " + source.name() + " measured (" + String.join(", ", new LinkedHashSet<>(unanswered)) + ")",
                    refused.why(), refused.remedy()));
        }
    }
}
