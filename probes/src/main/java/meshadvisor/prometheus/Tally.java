package meshadvisor.prometheus;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import meshadvisor.catalog.MetricSource;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Load;
import meshadvisor.prometheus.Vector.Row;

/** The numbers of one view of a source, by whom they speak of. */
final class Tally {

    /** A number of a flow. */
    enum Part {
        REQUESTS, FAILED, BYTES_SENT, BYTES_RECEIVED, P50, P99, PRESENCE
    }

    private record Figure(double value, String metric) {}

    private final Map<Names.Key, Map<Part, Figure>> numbers = new LinkedHashMap<>();
    private int series;

    /**
     * Adds what one query gave. Where several of its series speak of one flow, rates add up and of quantiles, which cannot, the largest
     * counts. A number that an earlier query gave for the same part stays.
     */
    void add(Part part, String metric, Names names, Collection<Row> rows) {
        Map<Names.Key, Double> found = new LinkedHashMap<>();
        for (Row row : rows) {
            Names.Key key = names.key(row);
            if (key.from().known() || key.to().known()) {
                found.merge(key, row.value(), part == Part.P50 || part == Part.P99 ? Math::max : Double::sum);
            }
        }
        series += rows.size();
        found.forEach((key, value) -> numbers.computeIfAbsent(key, k -> new EnumMap<>(Part.class)).putIfAbsent(part,
                new Figure(value, metric)));
    }

    int series() {
        return series;
    }

    boolean isEmpty() {
        return edges().isEmpty();
    }

    /** A counter that stands still is no traffic, and latency alone is none. */
    private static boolean traffic(Map<Part, Figure> parts) {
        return parts.entrySet().stream().anyMatch(e -> e.getKey() != Part.P50 && e.getKey() != Part.P99 && e.getValue().value() > 0);
    }

    /** From whom to whom this view has seen anything. */
    Set<Edge> edges() {
        Set<Edge> edges = new HashSet<>();
        numbers.forEach((key, parts) -> {
            if (traffic(parts)) {
                edges.add(Edge.of(key));
            }
        });
        return edges;
    }

    /** Adds the flows of the edges that no earlier view has seen. */
    void flows(MetricSource source, String view, Set<Edge> earlier, Collection<Flow> into) {
        numbers.forEach((key, parts) -> {
            if (!earlier.contains(Edge.of(key)) && traffic(parts)) {
                Figure first = parts.values().iterator().next();
                into.add(new Flow(key.from(), key.to(), key.protocol(), key.encryption(), load(parts), source.source(),
                        first.metric() + ", reported by " + view));
            }
        });
    }

    private static Load load(Map<Part, Figure> parts) {
        return new Load(one(parts, Part.REQUESTS, "requests"), one(parts, Part.FAILED, "failed requests"), bytes(parts),
                one(parts, Part.P50, "latency"), one(parts, Part.P99, "latency"), new Measured.Missing("no traces show it"));
    }

    private static Measured one(Map<Part, Figure> parts, Part part, String what) {
        Figure number = parts.get(part);
        return number == null ? new Measured.Missing("no series counts " + what) : new Measured.Value(number.value());
    }

    private static Measured bytes(Map<Part, Figure> parts) {
        Measured sent = one(parts, Part.BYTES_SENT, "bytes");
        Measured received = one(parts, Part.BYTES_RECEIVED, "bytes");
        return sent.known() || received.known() ? new Measured.Value(sent.orNothing() + received.orNothing()) : sent;
    }
}
