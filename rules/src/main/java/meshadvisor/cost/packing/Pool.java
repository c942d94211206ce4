package meshadvisor.cost.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.model.ClusterNode;
import meshadvisor.model.ObjectKey;

/**
 * Nodes between which pods may move: of the same taints, system, architecture and zone. Tolerations, affinities and volumes are not in a
 * snapshot, so a pod stays in the pool in which it runs.
 *
 * @param free on each node, less what may not move
 * @param shape what a further node has free: a node of the kind of which there are most
 * @param staying on each node, the pods that may not move; on a further node there are those of the commonest one
 * @param pods that may move
 */
record Pool(String name, boolean open, List<ClusterNode> nodes, List<Load> free, Load shape, List<List<ObjectKey>> staying,
        List<Resident> pods) {

    /** A pod that is there. */
    record Resident(ObjectKey key, Piece piece) {}

    Pool {
        nodes = List.copyOf(nodes);
        free = List.copyOf(free);
        staying = List.copyOf(staying);
        pods = List.copyOf(pods);
    }

    static String name(ClusterNode node) {
        String taints = node.condition().taints().stream().filter(t -> t.effect().equals("NoSchedule") || t.effect().equals("NoExecute"))
                .filter(t -> !t.key().startsWith("node.kubernetes.io/")).map(t -> t.key() + "=" + t.value()).sorted()
                .collect(Collectors.joining(","));
        return String.join(" ", node.software().os(), node.software().architecture(), node.machine().zone(), taints).strip();
    }

    /** The commonest kind of machine among nodes, the first by name of several. */
    static ClusterNode commonest(List<ClusterNode> nodes) {
        Map<String, List<ClusterNode>> kinds = nodes.stream()
                .collect(Collectors.groupingBy(n -> n.machine().instanceType() + n.allocatable(), TreeMap::new, Collectors.toList()));
        return kinds.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow().getFirst();
    }

    /** The same nodes with so many times some of the pods. */
    Pool with(Set<ObjectKey> some, double times) {
        List<Resident> grown = new ArrayList<>();
        double owed = 0;
        for (Resident pod : pods) {
            owed += some.contains(pod.key) ? times : 1;
            for (; owed >= 0.5; owed--) {
                grown.add(pod);
            }
        }
        return new Pool(name, open, nodes, free, shape, staying, grown);
    }

    Added added(Extra extra, List<Piece> own) {
        List<Piece> before = pods.stream().map(Resident::piece).toList();
        List<Piece> after = new ArrayList<>(own);
        for (Resident pod : pods) {
            boolean grows = extra.pods().contains(pod.key);
            after.add(grows ? new Piece(pod.piece.name(), pod.piece.needs().plus(extra.perPod()), pod.piece.together()) : pod.piece);
        }
        Load less = left(shape, staying.get(nodes.indexOf(commonest(nodes))), extra);
        Packed now = Packing.of(before, free, shape);
        Packed then = Packing.of(after, IntStream.range(0, free.size()).mapToObj(i -> left(free.get(i), staying.get(i), extra)).toList(),
                less);
        Packed afresh = Packing.of(before, List.of(), shape);
        Packed afreshThen = Packing.of(after, List.of(), less);
        List<String> tooBig = then.tooBig().stream().filter(name -> !now.tooBig().contains(name)).toList();
        int spent = Math.max(0, then.more() - now.more());
        return new Added(spent, Math.max(spent, afreshThen.more() - afresh.more()), Math.min(spent, then.atLeast()), tooBig);
    }

    /** What a node has left, less the agents and what its own pods that may not move grow by. */
    private static Load left(Load room, List<ObjectKey> own, Extra extra) {
        return room.minus(extra.perNode()).minus(extra.perPod().times(own.stream().filter(extra.pods()::contains).count()));
    }
}
