package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import meshadvisor.model.ClusterNode;
import meshadvisor.model.Live;
import meshadvisor.model.Usage;

/**
 * How a running cluster is, as far as it was read.
 *
 * @param shapes of nodes, the most frequent first
 * @param room for more pods; empty where not every node and pod was read, or no node takes any pod
 * @param usage of the nodes; empty where nobody measured or told it
 */
public record ClusterState(List<Shape> shapes, Optional<FreeRoom> room, Optional<NodeUsage> usage, List<ControlPlane> controlPlanes,
        List<TroubledProxy> troubled) {

    /** Nodes that are alike. What they do not tell is empty. */
    public record Shape(String instanceType, String zone, String kubelet, int nodes) {}

    /** An amount of processor, in thousandths, and memory, in MiB. */
    public record Measure(long cpuMillis, long memoryMib) {
        static Measure of(Room.Sum sum) {
            return new Measure(sum.cpuMillis(), sum.memoryBytes() >> 20);
        }
    }

    /**
     * What can still be requested.
     *
     * @param total of all nodes together, where none is overdrawn
     * @param least of the node with the least processor left
     * @param most of the node with the most processor left: no pod may request more
     */
    public record FreeRoom(Measure total, Measure least, Measure most) {}

    /**
     * What nodes use.
     *
     * @param nodes of which it was told
     * @param window over which it was measured, such as {@code 15s}, empty if nobody tells
     * @param end of the last window, RFC 3339, empty likewise
     */
    public record NodeUsage(Measure used, int nodes, String window, String end) {}

    public ClusterState {
        shapes = List.copyOf(shapes);
        controlPlanes = List.copyOf(controlPlanes);
        troubled = List.copyOf(troubled);
    }

    /** Of the cluster that was read. */
    public static ClusterState of(World world) {
        Live live = world.snapshot().live();
        return new ClusterState(shapes(live.nodes()), Room.of(live).filter(r -> !r.free().isEmpty()).map(ClusterState::room),
                usage(live.usage().nodes()), ControlPlane.of(world), TroubledProxy.of(world));
    }

    private static List<Shape> shapes(List<ClusterNode> nodes) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        nodes.forEach(n -> counts.merge(List.of(n.machine().instanceType(), n.machine().zone(), n.software().kubelet()), 1, Integer::sum));
        List<Shape> shapes = new ArrayList<>();
        counts.forEach((is, number) -> shapes.add(new Shape(is.get(0), is.get(1), is.get(2), number)));
        shapes.sort(Comparator.comparingInt(Shape::nodes).reversed().thenComparing(Shape::instanceType).thenComparing(Shape::zone)
                .thenComparing(Shape::kubelet));
        return shapes;
    }

    private static FreeRoom room(Room room) {
        List<Measure> nodes = room.free().values().stream().map(s -> Measure.of(s.most(Room.Sum.NOTHING)))
                .sorted(Comparator.comparingLong(Measure::cpuMillis).thenComparingLong(Measure::memoryMib)).toList();
        return new FreeRoom(Measure.of(room.total()), nodes.getFirst(), nodes.getLast());
    }

    private static Optional<NodeUsage> usage(List<Usage.OfNode> told) {
        List<Usage.OfNode> nodes =
                told.stream().filter(n -> n.used().cpuMillis().stated() && n.used().memoryBytes().stated()).toList();
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        Usage.Window last = nodes.stream().map(Usage.OfNode::window).max(Comparator.comparing(Usage.Window::end)).orElseThrow();
        Room.Sum used = nodes.stream().map(n -> new Room.Sum(n.used().cpuMillis().value(), n.used().memoryBytes().value()))
                .reduce(Room.Sum.NOTHING, Room.Sum::plus);
        return Optional.of(new NodeUsage(Measure.of(used), nodes.size(), last.window(), last.end()));
    }
}
