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
import java.util.stream.Collectors;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Evidence;
import meshadvisor.model.Trait;
import meshadvisor.signal.CallGraph;
import meshadvisor.signal.CallGraph.Call;
import meshadvisor.signal.CallGraph.Node;
import meshadvisor.signal.World;

/**
 * The way through the call graph on which most calls come of one. No service stands on a way twice. A bound that ignores this is known of each
 * service first, so that only ways are looked at that may still be worse than the worst so far; without circles that is one.
 */
final class WorstWay {

    /** Calls of the longest way. */
    private static final int LONGEST = 12;
    private static final int MOST_STEPS = 20_000;

    /** Tries on one step of a way, with who makes them. */
    private record Hop(int from, int to, int tries, List<Evidence> evidence) {}

    private final List<Node> nodes;
    private final Map<Integer, List<Hop>> hops = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Defaults defaults;
    /** By the number of calls that are left, then by service: no way on makes more of one call. */
    private final List<double[]> bounds = new ArrayList<>();

    WorstWay(World world, List<Coded> all) {
        CallGraph graph = CallGraph.of(world);
        MeshRetries mesh = MeshRetries.of(world);
        this.nodes = graph.nodes();
        this.defaults = Defaults.of(world);
        for (int i = 0; i < nodes.size(); i++) {
            places.put(nodes.get(i).label(), i);
        }
        Map<Integer, Coded> code = all.stream().filter(c -> places.containsKey(label(c)))
                .collect(Collectors.toMap(c -> places.getOrDefault(label(c), -1), c -> c, (one, other) -> one));
        for (Call call : graph.calls()) {
            hops.computeIfAbsent(call.from(), k -> new ArrayList<>()).add(hop(call, code, mesh));
        }
        double[] none = new double[nodes.size()];
        Arrays.fill(none, 1);
        bounds.add(none);
        for (int left = 1; left <= LONGEST; left++) {
            double[] before = bounds.getLast();
            double[] bound = none.clone();
            hops.forEach((from, on) -> on.forEach(h -> bound[from] = Math.max(bound[from], h.tries * before[h.to])));
            bounds.add(bound);
        }
        hops.values().forEach(on -> on.sort(Comparator.comparingDouble((Hop h) -> h.tries * bounds.getLast()[h.to]).reversed()));
    }

    private static String label(Coded coded) {
        String namespace = coded.application().namespace();
        return namespace.isEmpty() ? coded.name() : namespace + "/" + coded.name();
    }

    private Hop hop(Call call, Map<Integer, Coded> code, MeshRetries mesh) {
        List<Evidence> evidence = new ArrayList<>();
        int tries = 1;
        Coded caller = code.get(call.from());
        Optional<Site> site = caller == null ? Optional.empty() : caller.guardsOfCalls().stream()
                .filter(s -> s.shows().contains(Trait.RETRY) && s.attempts().tries() > 1)
                .max(Comparator.comparingInt(s -> s.attempts().tries()));
        if (site.isPresent() && caller != null) {
            tries *= site.get().attempts().tries();
            evidence.add(new Evidence(caller.name() + " tries " + site.get().attempts().tries() + " times with " + site.get().library()
                    + ", as " + site.get().attempts().by() + " says (" + defaults.source(site.get()) + ")", site.get().place()));
        }
        Optional<MeshRetries.Retried> retried = mesh.of(nodes.get(call.to()).name());
        if (retried.isPresent()) {
            tries *= 1 + retried.get().attempts();
            evidence.add(retried.get().evidence());
        }
        return new Hop(call.from(), call.to(), tries, evidence);
    }

    /** The worst way on from a service; none where nothing on any way is tried again. */
    Optional<Chain> from(Coded first) {
        Integer start = places.get(label(first));
        if (start == null) {
            return Optional.empty();
        }
        Walk walk = new Walk(start);
        walk.go(start, 1);
        if (walk.worst <= 1) {
            return Optional.empty();
        }
        List<String> services = new ArrayList<>(List.of(nodes.get(start).name()));
        walk.best.forEach(h -> services.add(nodes.get(h.to).name()));
        List<Evidence> evidence = new ArrayList<>(walk.best.stream().flatMap(h -> h.evidence.stream()).toList());
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

        private void go(int node, double factor) {
            if (factor > worst) {
                worst = factor;
                best = List.copyOf(way);
            }
            int left = LONGEST - way.size();
            if (left == 0 || factor * bounds.get(left)[node] <= worst || steps++ > MOST_STEPS) {
                return;
            }
            for (Hop hop : hops.getOrDefault(node, List.of())) {
                if (passed.add(hop.to)) {
                    way.addLast(hop);
                    go(hop.to, factor * hop.tries);
                    way.removeLast();
                    passed.remove(hop.to);
                }
            }
        }
    }
}
