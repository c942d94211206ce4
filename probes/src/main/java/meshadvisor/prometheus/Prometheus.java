package meshadvisor.prometheus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import meshadvisor.catalog.MetricSource;
import meshadvisor.model.Gap;
import meshadvisor.model.Observed;
import meshadvisor.model.Observed.Chains;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Source;
import meshadvisor.prometheus.Fetch.Refused;

/** Asks a Prometheus about the traffic. */
public final class Prometheus {

    private static final Comparator<Flow> ORDER = Comparator.comparing(Flow::from).thenComparing(Flow::to).thenComparing(Flow::protocol)
            .thenComparing(Flow::encryption).thenComparing(Flow::seenAs);

    private Prometheus() {}

    /** What was seen, and what could not be. */
    public record Seen(Observed observed, List<Gap> gaps) {
        public Seen {
            gaps = List.copyOf(gaps);
        }
    }

    /** Asks about every source. Whatever the other side does ends within the bounds, as a gap at worst. */
    public static Seen observe(Fetch fetch, List<MetricSource> sources, Window window, Bounds bounds) {
        List<Asked> asked = new ArrayList<>();
        try (Questions questions = new Questions(fetch, window, bounds)) {
            for (MetricSource source : sources) {
                asked.add(Asked.of(source, questions));
                if (!asked.getLast().go()) {
                    break;
                }
            }
        }
        Covered covered = new Covered();
        List<Flow> flows = new ArrayList<>();
        List<Source> seen = new ArrayList<>();
        for (Asked each : asked) {
            List<Flow> own = covered.takeIn(each.flows());
            flows.addAll(own);
            if (each.series() > 0) {
                seen.add(new Source(each.source().source(), each.source().name(), each.series(), own.size(), notes(each, own)));
            }
        }
        List<Gap> gaps = new ArrayList<>(asked.stream().flatMap(a -> a.gaps().stream()).toList());
        stopped(asked, sources).ifPresent(gaps::add);
        if (seen.isEmpty() && gaps.isEmpty()) {
            gaps.add(none(fetch, sources, window));
        }
        return new Seen(new Observed(window.observed(), seen, flows.stream().sorted(ORDER).toList(), Chains.NONE), gaps);
    }

    private static List<String> notes(Asked asked, List<Flow> own) {
        List<String> notes = new ArrayList<>(asked.noted());
        int others = asked.flows().size() - own.size();
        if (others > 0) {
            notes.add(others + (others == 1 ? " flow is" : " flows are") + " left out: another source tells more of what they lead to");
        }
        return notes;
    }

    private static Optional<Gap> stopped(List<Asked> asked, List<MetricSource> sources) {
        if (asked.isEmpty() || asked.getLast().go()) {
            return Optional.empty();
        }
        Refused refused = asked.getLast().stopped().orElseThrow();
        String missing = sources.stream().skip(asked.size() - 1).map(MetricSource::name).collect(Collectors.joining(", "));
        return Optional.of(Gap.of("traffic", "how many requests there are, and between whom (" + missing + ")", refused.why(),
                refused.remedy()));
    }

    private static Gap none(Fetch fetch, List<MetricSource> sources, Window window) {
        return Gap.of("traffic", "how many requests there are, and between whom", fetch.name() + " has no series of "
                + sources.stream().map(MetricSource::name).collect(Collectors.joining(", ")) + " in the last " + window.length(),
                "check that it scrapes the proxies, or ask for a longer --window");
    }
}
