package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.model.Trait;
import meshadvisor.signal.CallGraph;
import meshadvisor.signal.CallGraph.Call;
import meshadvisor.signal.CallGraph.Node;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/**
 * Calls behind one another of which at least one is retried. Layers multiply for failures that all of them retry: the number is the worst case.
 *
 * @param services in the order of the calls
 * @param factor calls of the last service for one call of the first
 * @param evidence who retries, in the order of the calls
 */
public record Chain(Coded first, List<String> services, double factor, List<Evidence> evidence) {

    /** Signals about it. */
    public static final Map<String, BiFunction<World, Chain, Reading>> TABLE = Map.of(
            "retry-factor", (w, c) -> Reading.amount(c.factor, c.evidence),
            "call-chain", (w, c) -> Reading.choice(String.join(" → ", c.services), List.of()));

    private static final int LONGEST = 12;
    private static final int MOST_STEPS = 50_000;

    public Chain {
        services = List.copyOf(services);
        evidence = List.copyOf(evidence);
    }

    /** The worst chain of each service that retries; chains that are the end of a worse one are left out. */
    public static List<Chain> of(World world) {
        List<Coded> all = Coded.all(world);
        if (all.stream().allMatch(c -> c.guardsOfCalls().isEmpty())) {
            return List.of();
        }
        Search search = new Search(world, all);
        List<Chain> chains = all.stream().map(search::worst).flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Chain::factor).reversed().thenComparing(c -> c.first.name())).toList();
        return chains.stream().filter(c -> chains.stream().noneMatch(o -> o.endsLike(c))).toList();
    }

    private boolean endsLike(Chain other) {
        return services.size() > other.services.size() && services.subList(services.size() - other.services.size(), services.size())
                .equals(other.services);
    }

    /** The object that stands for the first service. */
    public ObjectKey object() {
        return first.object();
    }

    /** Where the first retry stands. */
    public Place place() {
        return evidence.isEmpty() ? first.place() : evidence.getFirst().place();
    }

    /** Tries on one step of a chain, with who makes them. */
    private record Hop(int from, int to, int tries, List<Evidence> evidence) {}

    private static final class Search {

        private final List<Node> nodes;
        private final Map<Integer, List<Hop>> hops = new HashMap<>();
        private final Map<String, Integer> places = new HashMap<>();
        private int steps;

        Search(World world, List<Coded> all) {
            CallGraph graph = CallGraph.of(world);
            MeshRetries mesh = MeshRetries.of(world);
            this.nodes = graph.nodes();
            for (int i = 0; i < nodes.size(); i++) {
                places.put(nodes.get(i).label(), i);
            }
            Map<Integer, Coded> code = all.stream().filter(c -> places.containsKey(label(c)))
                    .collect(Collectors.toMap(c -> places.getOrDefault(label(c), -1), c -> c, (one, other) -> one));
            for (Call call : graph.calls()) {
                hops.computeIfAbsent(call.from(), k -> new ArrayList<>()).add(hop(call, code, mesh));
            }
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
                        + ", as " + site.get().attempts().by() + " says", site.get().place()));
            }
            Optional<MeshRetries.Retried> retried = mesh.of(nodes.get(call.to()).name());
            if (retried.isPresent()) {
                tries *= 1 + retried.get().attempts();
                evidence.add(retried.get().evidence());
            }
            return new Hop(call.from(), call.to(), tries, evidence);
        }

        /** The worst way on from a service; none where nothing on any way is retried. */
        Optional<Chain> worst(Coded first) {
            Integer start = places.get(label(first));
            if (start == null) {
                return Optional.empty();
            }
            steps = 0;
            List<Hop> best = new ArrayList<>();
            go(start, new ArrayList<>(), best);
            double factor = factor(best);
            if (factor <= 1) {
                return Optional.empty();
            }
            List<String> services = new ArrayList<>(List.of(nodes.get(start).name()));
            best.forEach(h -> services.add(nodes.get(h.to).name()));
            return Optional.of(new Chain(first, services, factor, best.stream().flatMap(h -> h.evidence.stream()).toList()));
        }

        private void go(int node, List<Hop> way, List<Hop> best) {
            if (factor(way) > factor(best)) {
                best.clear();
                best.addAll(way);
            }
            if (way.size() == LONGEST || steps++ > MOST_STEPS) {
                return;
            }
            for (Hop hop : hops.getOrDefault(node, List.of())) {
                if (way.stream().noneMatch(h -> h.from == hop.to) && hop.to != node) {
                    way.addLast(hop);
                    go(hop.to, way, best);
                    way.removeLast();
                }
            }
        }

        private static double factor(List<Hop> way) {
            return way.stream().mapToDouble(Hop::tries).reduce(1, (one, other) -> one * other);
        }
    }
}
