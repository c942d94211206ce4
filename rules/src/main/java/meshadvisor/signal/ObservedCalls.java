package meshadvisor.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import meshadvisor.model.ByName;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Observed;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Peer;

/** Observed flows as calls between the objects of the scan. Metrics name workloads or Services, each source in its own way. */
final class ObservedCalls {

    /** A caller whom no source names. */
    static final ObjectKey UNKNOWN = new ObjectKey("", "Caller", "", "unknown");

    private record Ends(Peer from, Peer to) {}

    private final Observed observed;
    private final Selection selection;
    private final Map<ObjectKey, List<ObjectKey>> selectedBy;
    private final ByName<ObjectKey> workloads = new ByName<>();
    private final ByName<ObjectKey> services = new ByName<>();

    ObservedCalls(ClusterSnapshot snapshot, Selection selection, Map<ObjectKey, List<ObjectKey>> selectedBy) {
        this.observed = snapshot.observed();
        this.selection = selection;
        this.selectedBy = selectedBy;
        selection.workloads().keySet().forEach(w -> workloads.add(w.name(), w.namespace(), w));
        selection.services().keySet().forEach(s -> services.add(s.name(), s.namespace(), s));
    }

    /** One call for each pair of objects of which one flow at least fits, with what all those flows show. */
    List<Edge> edges(Predicate<Flow> fits) {
        Map<Ends, List<Flow>> flows = new LinkedHashMap<>();
        observed.flows().stream().filter(f -> f.to().known() && fits.test(f))
                .forEach(f -> flows.computeIfAbsent(new Ends(f.from(), f.to()), e -> new ArrayList<>(1)).add(f));
        List<Edge> edges = new ArrayList<>();
        flows.forEach((ends, seen) -> {
            Evidence evidence = evidence(observed, seen);
            hosts(ends.to()).forEach(to -> callers(ends.from()).forEach(from -> edges.add(new Edge(from, to, 0, evidence))));
        });
        return edges;
    }

    private List<ObjectKey> callers(Peer peer) {
        if (!peer.known()) {
            return List.of(UNKNOWN);
        }
        List<ObjectKey> named = workloads.near(peer.name(), peer.namespace());
        List<ObjectKey> behind = named.isEmpty() ? services.near(peer.name(), peer.namespace()).stream()
                .flatMap(s -> selection.selected().getOrDefault(s, Set.of()).stream()).distinct().toList() : named;
        return behind.isEmpty() ? List.of(new ObjectKey("", "Caller", peer.namespace(), peer.name())) : behind;
    }

    private List<String> hosts(Peer peer) {
        List<ObjectKey> named = services.near(peer.name(), peer.namespace());
        List<ObjectKey> before = named.isEmpty() ? workloads.near(peer.name(), peer.namespace()).stream()
                .flatMap(w -> selectedBy.getOrDefault(w, List.of()).stream()).distinct().toList() : named;
        return before.isEmpty() ? List.of(host(peer.name(), peer.namespace()))
                : before.stream().map(s -> host(s.name(), s.namespace())).toList();
    }

    private static String host(String name, String namespace) {
        return namespace.isEmpty() ? name : name + "." + namespace;
    }

    /** What flows show, with the series and the window. */
    static Evidence evidence(Observed observed, List<Flow> flows) {
        boolean counted = flows.stream().anyMatch(f -> f.load().requests().known());
        double requests = flows.stream().mapToDouble(f -> f.load().requests().orNothing()).sum();
        double sampled = flows.stream().mapToDouble(f -> f.load().sampled().orNothing()).sum();
        Stream<String> how = flows.stream().map(Flow::seenAs).distinct();
        boolean traces = sampled > 0;
        String amount = counted ? String.format(Locale.ROOT, ": %.3g requests/s", requests)
                : traces ? String.format(Locale.ROOT, ": %.0f calls of a sample", sampled) : "";
        String when = traces ? "seen in traces" : "seen in the " + observed.window().length() + " before " + observed.window().end();
        return Evidence.of(when + amount + " (" + String.join("; ", how.toList()) + ")");
    }
}
