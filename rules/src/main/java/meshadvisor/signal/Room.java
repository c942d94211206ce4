package meshadvisor.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import meshadvisor.model.ClusterNode;
import meshadvisor.model.Container.Role;
import meshadvisor.model.Live;
import meshadvisor.model.Live.Scope;
import meshadvisor.model.RunningContainer;
import meshadvisor.model.RunningPod;

/**
 * What the nodes of a running cluster have left for pods, as the scheduler counts: what is allocatable less what is requested, whatever is used.
 *
 * @param free by the name of the node; below 0 where more is requested than there is
 */
record Room(Map<String, Sum> free) {

    private static final String SYSTEM = "kube-system";

    /** Thousandths of a processor and bytes. */
    record Sum(long cpuMillis, long memoryBytes) {

        static final Sum NOTHING = new Sum(0, 0);

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
        boolean everything = live.server().scope() == Scope.ALL
                || live.server().scope() == Scope.UNKNOWN && live.pods().stream().anyMatch(p -> p.key().namespace().equals(SYSTEM));
        boolean told = live.nodes().stream()
                .allMatch(n -> n.allocatable().resources().cpuMillis().stated() && n.allocatable().resources().memoryBytes().stated());
        if (!everything || live.nodes().isEmpty() || !told) {
            return Optional.empty();
        }
        Map<String, Sum> requested = new HashMap<>();
        live.pods().stream().filter(p -> !p.finished()).forEach(p -> requested.merge(p.placement().node(), requests(p), Sum::plus));
        Map<String, Sum> free = new HashMap<>();
        live.nodes().stream().filter(ClusterNode::takesAnyPod).forEach(n -> free.put(n.name(),
                new Sum(n.allocatable().resources().cpuMillis().value(), n.allocatable().resources().memoryBytes().value())
                        .minus(requested.getOrDefault(n.name(), Sum.NOTHING))));
        return Optional.of(new Room(free));
    }

    /** Of all nodes together, where none is overdrawn; single pods may need more on one node than it has, so this is the most that fits. */
    Sum total() {
        return free.values().stream().map(s -> s.most(Sum.NOTHING)).reduce(Sum.NOTHING, Sum::plus);
    }

    /** Nodes that do not hold so much more. */
    List<String> without(Sum need) {
        return free.entrySet().stream().filter(e -> !e.getValue().holds(need)).map(Map.Entry::getKey).sorted().toList();
    }

    /** What the scheduler reserves: everything that runs at once, native sidecars with it, or what an init container needs before, whichever is more. */
    static Sum requests(RunningPod pod) {
        Sum sidecars = Sum.NOTHING;
        Sum inits = Sum.NOTHING;
        Sum regular = Sum.NOTHING;
        for (RunningContainer container : pod.containers()) {
            Sum own = new Sum(container.requests().cpuMillis().orNothing(), container.requests().memoryBytes().orNothing());
            if (container.role() == Role.NATIVE_SIDECAR) {
                sidecars = sidecars.plus(own);
            } else if (container.role() == Role.INIT) {
                inits = inits.most(sidecars.plus(own));
            } else {
                regular = regular.plus(own);
            }
        }
        return inits.most(regular.plus(sidecars));
    }
}
