package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import meshadvisor.model.ByName;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Observed.Peer;

/**
 * Who calls whom inside the system, as far as manifests, metrics and traces tell: a lower bound.
 *
 * @param nodes in order of namespace and name
 * @param calls each pair once, sorted
 * @param seen what the calls rest on, and calls of what is no Service here
 * @param requests per second between all of them that were observed; 0 where nobody counted any
 * @param entering requests per second of them whose caller no source names
 */
public record CallGraph(List<Node> nodes, List<Call> calls, List<Seen> seen, double requests, double entering) {

    /**
     * Something that is called or calls.
     *
     * @param http whether something asks for HTTP features on the way to it
     */
    public record Node(String namespace, String name, boolean http) {
        /** Namespace and name as they are shown. */
        public String label() {
            return namespace.isEmpty() ? name : namespace + "/" + name;
        }
    }

    /**
     * A call where it was seen.
     *
     * @param from who calls, as it is shown: with its namespace where there are several
     * @param to likewise; a host as it is written where no Service of that name was seen
     */
    public record Seen(String from, String to, Evidence evidence) {}

    /** One calls another one, both as places in the list of nodes. */
    public record Call(int from, int to) implements Comparable<Call> {
        @Override
        public int compareTo(Call other) {
            return Comparator.comparingInt(Call::from).thenComparingInt(Call::to).compare(this, other);
        }
    }

    public CallGraph {
        nodes = List.copyOf(nodes);
        calls = List.copyOf(calls);
        seen = List.copyOf(seen);
    }

    /** The graph of a system. */
    public static CallGraph of(World world) {
        return new Tracing(world).graph();
    }

    /** Collects nodes under all the names by which they are called. */
    private static final class Tracing {

        private final World world;
        private final Map<String, Node> nodes = new TreeMap<>();
        private final Map<ObjectKey, Node> owners = new LinkedHashMap<>();
        private final ByName<Node> names = new ByName<>();
        private final boolean several;

        Tracing(World world) {
            this.world = world;
            this.several = world.applications().counted().stream().map(Application::namespace).distinct().count() > 1;
            HttpNeeds needs = HttpNeeds.of(world);
            for (Application each : world.applications().counted()) {
                Node node = added(new Node(each.namespace(), each.name(), needs.touches(each)));
                each.workloads().forEach(w -> known(w.meta().key(), node));
                each.services().forEach(s -> known(s.meta().key(), node));
            }
            Selection selection = world.directory().selection();
            selection.services().values().stream()
                    .filter(s -> !s.selector().isEmpty() && world.candidate(s.meta().namespace()) && !owners.containsKey(s.meta().key()))
                    .forEach(s -> {
                        Set<ObjectKey> behind = selection.selected().getOrDefault(s.meta().key(), Set.of());
                        Node node = behind.stream().filter(owners::containsKey).findFirst().map(owners::get)
                                .orElseGet(() -> added(new Node(s.meta().namespace(), s.meta().name(), false)));
                        known(s.meta().key(), node);
                        behind.stream().filter(w -> !owners.containsKey(w)).forEach(w -> known(w, node));
                    });
        }

        private Node added(Node node) {
            return nodes.computeIfAbsent(node.label(), l -> node);
        }

        private void known(ObjectKey key, Node node) {
            if (owners.putIfAbsent(key, node) == null) {
                names.add(key.name(), key.namespace(), node);
            }
        }

        CallGraph graph() {
            Map<Node, Set<Node>> calls = new LinkedHashMap<>();
            List<Seen> seen = new ArrayList<>();
            for (Edge edge : world.calls()) {
                Optional<Node> to = Hosts.parts(edge.to()).flatMap(host -> names
                        .near(host.name(), host.namespace().isEmpty() ? edge.from().namespace() : host.namespace()).stream().findFirst());
                Optional<Node> from = to.isPresent() ? caller(edge.from()) : Optional.ofNullable(owners.get(edge.from()));
                if (from.isEmpty() || !from.equals(to)) {
                    seen.add(new Seen(from.map(this::shown).orElse(edge.from().name()), to.map(this::shown).orElse(edge.to()),
                            edge.evidence()));
                    from.ifPresent(f -> to.ifPresent(t -> calls.computeIfAbsent(f, node -> new HashSet<>()).add(t)));
                }
            }
            List<Node> all = List.copyOf(nodes.values());
            Map<Node, Integer> places = new LinkedHashMap<>();
            all.forEach(n -> places.put(n, places.size()));
            List<Call> sorted = new ArrayList<>();
            calls.forEach((from, tos) -> tos.forEach(to -> sorted.add(new Call(places.getOrDefault(from, 0), places.getOrDefault(to, 0)))));
            sorted.sort(Comparator.naturalOrder());
            return new CallGraph(all, sorted, seen, observed(true), observed(false));
        }

        private String shown(Node node) {
            return several ? node.label() : node.name();
        }

        /** Whoever calls: one that is called itself, or a workload that nobody calls, such as a worker or a load generator. */
        private Optional<Node> caller(ObjectKey from) {
            Node known = owners.get(from);
            if (known != null || !world.directory().selection().workloads().containsKey(from) || !world.candidate(from.namespace())) {
                return Optional.ofNullable(known);
            }
            Node node = added(new Node(from.namespace(), from.name(), false));
            owners.put(from, node);
            return Optional.of(node);
        }

        private double observed(boolean named) {
            return world.snapshot().observed().flows().stream().filter(f -> there(f.to()) && there(f.from()) == named)
                    .mapToDouble(f -> f.load().requests().orNothing()).sum();
        }

        private boolean there(Peer peer) {
            return peer.known() && !names.near(peer.name(), peer.namespace()).isEmpty();
        }
    }

    /** Namespaces with something that needs HTTP features on the way to it, sorted. */
    public List<String> httpNamespaces() {
        return nodes.stream().filter(Node::http).map(Node::namespace).distinct().sorted().toList();
    }
}
