package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import meshadvisor.model.Evidence;
import meshadvisor.signal.CallGraph;
import meshadvisor.signal.CallGraph.Call;
import meshadvisor.signal.CallGraph.Node;
import meshadvisor.signal.World;

/**
 * The way through the call graph on which most calls come of one, with a retry of code on it. No service stands on a way twice. A bound that
 * ignores this is known of each service first, so that only ways are looked at that may still be worse than the worst so far; without circles
 * that is one.
 */
final class WorstWay {

    /** Calls of the longest way. */
    private static final int LONGEST = 12;
    private static final int MOST_STEPS = 20_000;

    /** What may become of one call on the way on from each service. */
    private static final class Bound {

        /** Whatever tries again. */
        private final double[] any;
        /** With a retry of code among it; 0 where there is none. */
        private final double[] coded;

        Bound(int nodes) {
            this.any = new double[nodes];
            this.coded = new double[nodes];
            Arrays.fill(any, 1);
        }

        /** Of a way that goes on with this call, if this is the bound behind it. */
        double through(Hop hop, boolean codedBefore) {
            double all = hop.tries() * Math.max(hop.atEnd(), any[hop.to()]);
            return codedBefore || hop.coded() ? all : hop.tries() * coded[hop.to()];
        }
    }

    private final List<Node> nodes;
    private final Map<String, Integer> places = new HashMap<>();
    /** By whether code has tried again before, then by the service that calls, the worst first. */
    private final Map<Boolean, Map<Integer, List<Hop>>> hops = Map.of(false, new HashMap<>(), true, new HashMap<>());
    /** By the number of calls that are left: no way on makes more of one call. */
    private final List<Bound> bounds = new ArrayList<>();

    WorstWay(World world, List<Coded> all, MeshRetries mesh) {
        CallGraph graph = CallGraph.of(world);
        this.nodes = graph.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            places.put(nodes.get(i).label(), i);
        }
        Hops made = new Hops(world, all, mesh);
        Map<Integer, List<Hop>> plain = new HashMap<>();
        for (Call call : graph.calls()) {
            plain.computeIfAbsent(call.from(), k -> new ArrayList<>()).add(made.of(call, nodes.get(call.from()), nodes.get(call.to())));
        }
        bounds.add(new Bound(nodes.size()));
        for (int left = 1; left <= LONGEST; left++) {
            Bound before = bounds.getLast();
            Bound bound = new Bound(nodes.size());
            plain.values().stream().flatMap(List::stream).forEach(h -> {
                bound.any[h.from()] = Math.max(bound.any[h.from()], before.through(h, true));
                bound.coded[h.from()] = Math.max(bound.coded[h.from()], before.through(h, false));
            });
            bounds.add(bound);
        }
        hops.forEach((coded, sorted) -> plain.forEach((from, on) -> sorted.put(from, on.stream()
                .sorted(Comparator.comparingDouble((Hop h) -> bounds.getLast().through(h, coded)).reversed()).toList())));
    }

    /** The worst way on from a service; none where nothing on any way is tried again. */
    Optional<Chain> from(Coded first) {
        Integer start = places.get(Hops.label(first.application()));
        if (start == null) {
            return Optional.empty();
        }
        Walk walk = new Walk(start);
        walk.go(start, 1, false);
        if (walk.worst <= 1) {
            return Optional.empty();
        }
        List<String> services = new ArrayList<>(List.of(nodes.get(start).name()));
        walk.best.forEach(h -> services.add(nodes.get(h.to()).name()));
        List<Evidence> evidence = new ArrayList<>(walk.best.stream().flatMap(h -> h.evidence().stream()).toList());
        evidence.addAll(walk.best.getLast().endEvidence());
        if (walk.steps > MOST_STEPS) {
            evidence.add(Evidence.of("there are more ways through this call graph than were looked at: there may be a worse one"));
        }
        return Optional.of(new Chain(first, services, walk.worst, evidence));
    }

    /** Goes all ways on from a service that may be the worst. */
    private final class Walk {

        private final List<Hop> way = new ArrayList<>();
        private final Set<Integer> passed = new HashSet<>();
        private List<Hop> best = List.of();
        private double worst = 1;
        private int steps;

        Walk(int start) {
            passed.add(start);
        }

        private void go(int node, double factor, boolean coded) {
            int left = LONGEST - way.size();
            Bound bound = bounds.get(left);
            double most = factor * (coded ? bound.any[node] : bound.coded[node]);
            if (left == 0 || most <= worst || steps++ > MOST_STEPS) {
                return;
            }
            for (Hop hop : hops.getOrDefault(coded, Map.of()).getOrDefault(node, List.of())) {
                if (passed.add(hop.to())) {
                    way.addLast(hop);
                    boolean now = coded || hop.coded();
                    if (now && factor * hop.last() > worst) {
                        worst = factor * hop.last();
                        best = List.copyOf(way);
                    }
                    go(hop.to(), factor * hop.tries(), now);
                    way.removeLast();
                    passed.remove(hop.to());
                }
            }
        }
    }
}
