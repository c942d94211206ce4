package meshadvisor.bench.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan.Placed;
import meshadvisor.bench.Order.Placement;
import meshadvisor.bench.Scene.Node;

/** On which nodes generators and servers stand: those with the most free CPU that are placed as wanted. */
final class Placing {

    private static final Comparator<Node> FREEST = Comparator.comparingInt(Node::freeCpu).reversed().thenComparing(Node::name);

    private Placing() {}

    /** The choice; empty if no nodes are placed so. */
    static Optional<Placed> of(Placement placement, List<Node> nodes) {
        List<Node> sorted = nodes.stream().sorted(FREEST).toList();
        return switch (placement) {
            case SAME_NODE -> sorted.stream().findFirst().map(node -> new Placed(node.name(), node.name()));
            case CROSS_NODE -> pair(sorted).filter(p -> !p.first.name().equals(p.second.name())).findFirst().map(Pair::placed);
            case CROSS_ZONE -> pair(sorted).filter(Pair::crossesZones).findFirst().map(Pair::placed);
        };
    }

    /** Whether nodes that were chosen before are there and placed as wanted. */
    static boolean possible(Placement placement, Placed placed, List<Node> nodes) {
        return pair(nodes).filter(pair -> pair.placed().equals(placed)).anyMatch(pair -> switch (placement) {
            case SAME_NODE -> pair.first.equals(pair.second);
            case CROSS_NODE -> !pair.first.equals(pair.second);
            case CROSS_ZONE -> pair.crossesZones();
        });
    }

    private static Stream<Pair> pair(List<Node> nodes) {
        return nodes.stream().flatMap(first -> nodes.stream().map(second -> new Pair(first, second)));
    }

    /** The servers are more than the generators: they get the freer node. */
    private record Pair(Node first, Node second) {
        boolean crossesZones() {
            return !first.zone().isEmpty() && !second.zone().isEmpty() && !first.zone().equals(second.zone());
        }

        Placed placed() {
            return new Placed(second.name(), first.name());
        }
    }

    /** What is wrong with a placement that is not possible. */
    static String mistake(Placement placement, List<Node> nodes) {
        return switch (placement) {
            case SAME_NODE -> "no node takes pods: look at kubectl get nodes";
            case CROSS_NODE -> "--placement cross-node needs two nodes that take pods, and there "
                    + (nodes.size() == 1 ? "is one" : "is none") + "; say --placement same-node";
            case CROSS_ZONE -> "--placement cross-zone needs nodes in two zones (label topology.kubernetes.io/zone), and there are "
                    + nodes.stream().map(Node::zone).filter(zone -> !zone.isEmpty()).distinct().count() + "; say --placement cross-node";
        };
    }
}
