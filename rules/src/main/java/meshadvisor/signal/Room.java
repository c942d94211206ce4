package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import meshadvisor.model.ClusterNode;
import meshadvisor.model.Container.Role;
import meshadvisor.model.Live;
import meshadvisor.model.Live.Scope;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningPod;

/**
 * What the nodes of a running cluster have left for pods, as the scheduler counts: what is allocatable less what is requested, whatever is used.
 *
 * @param free by the name of the node that takes any pod; below 0 where more is requested than there is
 * @param everywhere likewise, of every node
 * @param waiting what the pods request that have no node yet
 */
public record Room(Map<String, Sum> free, Map<String, Sum> everywhere, Sum waiting) {

    private static final String SYSTEM = "kube-system";

    /** Thousandths of a processor and bytes. */
    public record Sum(long cpuMillis, long memoryBytes) {

        static final Sum NOTHING = new Sum(0, 0);

        /** What is not stated counts as nothing, as the scheduler takes it. */
        static Sum of(Resources resources) {
            return new Sum(resources.cpuMillis().orNothing(), resources.memoryBytes().orNothing());
        }

        Sum plus(Sum other) {
            return new Sum(cpuMillis + other.cpuMillis, memoryBytes + other.memoryBytes);
        }

        Sum minus(Sum other) {
            return new Sum(cpuMillis - other.cpuMillis, memoryBytes - other.memoryBytes);
        }

        Sum times(int count) {
            return new Sum(cpuMillis * count, memoryBytes * count);
        }

        Sum most(Sum other) {
            return new Sum(Math.max(cpuMillis, other.cpuMillis), Math.max(memoryBytes, other.memoryBytes));
        }

        /** Whether it holds the other one. */
        boolean holds(Sum other) {
            return cpuMillis >= other.cpuMillis && memoryBytes >= other.memoryBytes;
        }

        /** {@code 2400m CPU and 3072Mi}. */
        String words() {
            return cpuMillis + "m CPU and " + (memoryBytes >> 20) + "Mi";
        }
    }

    /** The room on nodes that take any pod; empty where nodes or pods of other namespaces were not read, for then nobody knows what is free. */
    static Optional<Room> of(Live live) {
        if (!known(live)) {
            return Optional.empty();
        }
        Map<String, Sum> requested = new HashMap<>();
        live.pods().stream().filter(p -> !p.finished()).forEach(p -> requested.merge(p.placement().node(), requests(p), Sum::plus));
        Map<String, Sum> everywhere = new HashMap<>();
        live.nodes().forEach(n -> everywhere.put(n.name(),
                new Sum(n.allocatable().resources().cpuMillis().value(), n.allocatable().resources().memoryBytes().value())
                        .minus(requested.getOrDefault(n.name(), Sum.NOTHING))));
        Map<String, Sum> free = new HashMap<>();
        live.nodes().stream().filter(ClusterNode::takesAnyPod)
                .forEach(n -> free.put(n.name(), everywhere.getOrDefault(n.name(), Sum.NOTHING)));
        return Optional.of(new Room(free, everywhere, requested.getOrDefault("", Sum.NOTHING)));
    }

    /** Whether nodes, what they have, and pods of all namespaces were read. */
    public static boolean known(Live live) {
        boolean everything = live.server().scope() == Scope.ALL
                || live.server().scope() == Scope.UNKNOWN && live.pods().stream().anyMatch(p -> p.key().namespace().equals(SYSTEM));
        boolean told = live.nodes().stream()
                .allMatch(n -> n.allocatable().resources().cpuMillis().stated() && n.allocatable().resources().memoryBytes().stated());
        return everything && told && !live.nodes().isEmpty();
    }

    /**
     * Of all nodes together, where none is overdrawn, less what pods wait for; single pods may need more on one node than it has, so this is the most
     * that fits.
     */
    Sum total() {
        return free.values().stream().map(s -> s.most(Sum.NOTHING)).reduce(Sum.NOTHING, Sum::plus).minus(waiting).most(Sum.NOTHING);
    }

    /** Nodes that do not hold so much more. */
    List<String> without(Sum need) {
        return free.entrySet().stream().filter(e -> !e.getValue().holds(need)).map(Map.Entry::getKey).sorted().toList();
    }

    /** Nodes on which the proxies of the pods there do not all fit, while a pod that would have to go finds no other node, or may not go. */
    List<String> crowded(Collection<PredictedProxy> proxies) {
        Map<String, List<PredictedProxy>> byNode = proxies.stream().filter(p -> everywhere.containsKey(p.pod().placement().node()))
                .filter(p -> !p.reserved().equals(Sum.NOTHING)).collect(Collectors.groupingBy(p -> p.pod().placement().node(), TreeMap::new,
                        Collectors.toList()));
        Map<String, Sum> left = new TreeMap<>(everywhere);
        Map<String, List<PredictedProxy>> leaving = new TreeMap<>();
        byNode.forEach((node, mine) -> mine.forEach(p -> {
            Sum after = left.getOrDefault(node, Sum.NOTHING).minus(p.reserved());
            if (after.holds(Sum.NOTHING)) {
                left.put(node, after);
            } else {
                leaving.computeIfAbsent(node, k -> new ArrayList<>()).add(p);
            }
        }));
        return leaving.entrySet().stream().filter(e -> !e.getValue().stream().allMatch(p -> goes(p, left))).map(Map.Entry::getKey).toList();
    }

    private boolean goes(PredictedProxy proxy, Map<String, Sum> left) {
        Sum need = requests(proxy.pod()).plus(proxy.reserved());
        Optional<String> other = proxy.pod().owner().controller().kind().equals("DaemonSet") ? Optional.empty()
                : left.entrySet().stream().filter(e -> free.containsKey(e.getKey()) && e.getValue().holds(need)).map(Map.Entry::getKey)
                        .findFirst();
        other.ifPresent(node -> left.merge(node, need, Sum::minus));
        return other.isPresent();
    }

    /** What the scheduler reserves: everything that runs at once, native sidecars with it, or what an init container needs before, whichever is more. */
    public static Sum requests(RunningPod pod) {
        return together(pod.containers().stream().map(c -> new Asked(c.role(), Sum.of(c.requests()))).toList());
    }

    /** What one container requests. */
    record Asked(Role role, Sum sum) {}

    /** What the scheduler reserves for a pod with these containers, in the order in which they stand in it. */
    static Sum together(List<Asked> containers) {
        Sum sidecars = Sum.NOTHING;
        Sum inits = Sum.NOTHING;
        Sum regular = Sum.NOTHING;
        for (Asked container : containers) {
            switch (container.role()) {
                case NATIVE_SIDECAR -> sidecars = sidecars.plus(container.sum());
                case INIT -> inits = inits.most(sidecars.plus(container.sum()));
                case REGULAR -> regular = regular.plus(container.sum());
            }
        }
        return inits.most(regular.plus(sidecars));
    }
}
