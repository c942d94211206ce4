package meshadvisor.cost.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import meshadvisor.model.ClusterNode;
import meshadvisor.model.Live;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.RunningPod;
import meshadvisor.signal.Room;

/** The nodes of a running cluster with the pods on them, in pools between which no pod moves. */
public final class Pools {

    /** Where a node does not say how many pods it takes: the kubelet's own default. */
    private static final long PODS = 110;

    private final List<Pool> pools;
    private final Map<Extra, Added> known = new HashMap<>();

    private Pools(List<Pool> pools) {
        this.pools = pools;
    }

    /** Of what runs; empty where nodes, what they have, or pods of some namespaces were not read, for then nobody knows what is free. */
    public static Optional<Pools> of(Live live) {
        if (!Room.known(live)) {
            return Optional.empty();
        }
        Map<String, List<ClusterNode>> nodes =
                live.nodes().stream().collect(Collectors.groupingBy(Pool::name, TreeMap::new, Collectors.toList()));
        List<RunningPod> alive = live.pods().stream().filter(p -> !p.finished()).toList();
        Map<String, List<RunningPod>> byNode = alive.stream().collect(Collectors.groupingBy(p -> p.placement().node()));
        String roomiest = nodes.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, List<ClusterNode>> e) -> open(e.getValue()))
                        .thenComparingInt(e -> e.getValue().size()))
                .orElseThrow().getKey();
        List<Pool> pools = new ArrayList<>();
        nodes.forEach((name, mine) -> {
            List<RunningPod> waiting = name.equals(roomiest) ? byNode.getOrDefault("", List.of()) : List.of();
            pools.add(pool(name, mine, byNode, waiting));
        });
        return Optional.of(new Pools(List.copyOf(pools)));
    }

    private static boolean open(List<ClusterNode> nodes) {
        return nodes.stream().anyMatch(ClusterNode::takesAnyPod);
    }

    private static Pool pool(String name, List<ClusterNode> nodes, Map<String, List<RunningPod>> byNode, List<RunningPod> waiting) {
        List<RunningPod> moving = new ArrayList<>(waiting.stream().filter(p -> !stays(p)).toList());
        Map<ObjectKey, Integer> together = new HashMap<>();
        List<Load> free = new ArrayList<>();
        List<List<ObjectKey>> staying = new ArrayList<>();
        for (ClusterNode node : nodes) {
            List<RunningPod> here = byNode.getOrDefault(node.name(), List.of());
            free.add(room(node, here));
            staying.add(here.stream().filter(Pools::stays).map(RunningPod::key).toList());
            List<RunningPod> mayGo = here.stream().filter(p -> !stays(p)).toList();
            moving.addAll(mayGo);
            mayGo.stream().collect(Collectors.groupingBy(p -> p.owner().controller(), Collectors.counting()))
                    .forEach((owner, count) -> together.merge(owner, count.intValue(), Math::max));
        }
        List<Pool.Resident> pods = moving.stream().map(p -> new Pool.Resident(p.key(), new Piece(name(p), requests(p),
                together.getOrDefault(p.owner().controller(), 0)))).toList();
        ClusterNode usual = Pool.commonest(nodes);
        return new Pool(name, open(nodes), nodes, free, room(usual, byNode.getOrDefault(usual.name(), List.of())), staying, pods);
    }

    private static String name(RunningPod pod) {
        ObjectKey owner = pod.owner().controller();
        return owner.name().isEmpty() ? pod.key().namespace() + "/" + pod.key().name() : owner.namespace() + "/" + owner.name();
    }

    private static Load room(ClusterNode node, List<RunningPod> here) {
        Load all = new Load(node.allocatable().resources().cpuMillis().value(), node.allocatable().resources().memoryBytes().value(),
                node.allocatable().pods().stated() ? node.allocatable().pods().value() : PODS);
        return here.stream().filter(Pools::stays).map(Pools::requests).reduce(all, Load::minus);
    }

    /** Whether a pod belongs to its node: that of a DaemonSet, or a static one. */
    private static boolean stays(RunningPod pod) {
        String kind = pod.owner().controller().kind();
        return kind.equals("DaemonSet") || kind.equals("Node");
    }

    private static Load requests(RunningPod pod) {
        Room.Sum reserved = Room.requests(pod);
        return new Load(reserved.cpuMillis(), reserved.memoryBytes(), 1);
    }

    /** The same nodes with so many times those pods. */
    public Pools with(Set<ObjectKey> some, double times) {
        return times == 1 ? this : new Pools(pools.stream().map(p -> p.with(some, times)).toList());
    }

    /** Number of nodes. */
    public int nodes() {
        return pools.stream().mapToInt(p -> p.nodes().size()).sum();
    }

    /** The kind of node of which there are most. */
    public ClusterNode usual() {
        return Pool.commonest(pools.stream().flatMap(p -> p.nodes().stream()).toList());
    }

    /** Zones of the nodes, sorted; nodes that tell none are left out. */
    public List<String> zones() {
        return pools.stream().flatMap(p -> p.nodes().stream()).map(n -> n.machine().zone()).filter(z -> !z.isEmpty()).distinct().sorted()
                .toList();
    }

    /** What that takes. New pods go to the pools that take any pod, in turn. */
    public Added added(Extra extra) {
        return known.computeIfAbsent(extra, this::pack);
    }

    private Added pack(Extra extra) {
        List<Pool> open = pools.stream().filter(Pool::open).toList();
        List<Pool> hosts = open.isEmpty() ? pools : open;
        Added sum = new Added(0, 0, 0, List.of());
        for (Pool pool : pools) {
            List<Piece> own = new ArrayList<>();
            int turn = hosts.indexOf(pool);
            for (int i = turn; turn >= 0 && i < extra.own().size(); i += hosts.size()) {
                own.add(extra.own().get(i));
            }
            sum = sum.plus(pool.added(extra, own));
        }
        return sum;
    }
}
