package meshadvisor.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import meshadvisor.catalog.Platform;
import meshadvisor.model.Apart;
import meshadvisor.model.ClusterNode;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Workload;

/** On what kind of nodes the pods of a workload run. */
final class NodeKinds {

    /** What a node takes. */
    enum Kind {
        ORDINARY,
        /** Neither node agents nor privileges: virtual nodes such as Fargate's. */
        BARE, WINDOWS
    }

    private NodeKinds() {}

    static Reading of(World world, Workload workload) {
        List<RunningPod> placed = world.fleet().of(workload.meta().key()).stream().filter(p -> !p.placement().node().isEmpty()).toList();
        if (placed.isEmpty()) {
            return Reading.choice(Kind.ORDINARY, List.of());
        }
        Map<String, ClusterNode> nodes = nodes(world, workload);
        if (nodes.isEmpty()) {
            return new Reading.Unknown(Gap.of("node-kinds", "on what kind of nodes the pods run", "no nodes were read",
                    "kubectl get nodes --show-labels"));
        }
        List<String> bare = bare(world);
        List<Evidence> evidence = placed.stream().map(p -> nodes.get(p.placement().node()))
                .flatMap(n -> n == null || kind(n, bare) == Kind.ORDINARY ? Stream.of() : Stream.of(n)).distinct().limit(3)
                .map(n -> new Evidence("node " + n.name() + " is " + (kind(n, bare) == Kind.BARE ? "virtual" : "a Windows node"),
                        n.place()))
                .toList();
        Kind worst = placed.stream().map(p -> nodes.get(p.placement().node())).map(n -> n == null ? Kind.ORDINARY : kind(n, bare))
                .filter(k -> k != Kind.ORDINARY).findFirst().orElse(Kind.ORDINARY);
        return Reading.choice(worst, evidence);
    }

    /** By name, of the cluster in which the workload stands. */
    private static Map<String, ClusterNode> nodes(World world, Workload workload) {
        Map<String, ClusterNode> nodes = new HashMap<>();
        world.snapshot().live().nodes().stream().filter(n -> Apart.together(n.name(), workload.meta().namespace()))
                .forEach(n -> nodes.put(n.name(), n));
        return nodes;
    }

    private static List<String> bare(World world) {
        return world.catalogue().platforms().stream().map(Platform::bareNodes).flatMap(List::stream).distinct().toList();
    }

    /** Names of the nodes that are known to take no proxies. */
    static Set<String> unfit(World world) {
        List<String> bare = bare(world);
        return world.snapshot().live().nodes().stream().filter(n -> kind(n, bare) != Kind.ORDINARY).map(ClusterNode::name)
                .collect(Collectors.toSet());
    }

    private static Kind kind(ClusterNode node, List<String> bare) {
        if (bare.stream().anyMatch(label -> PlatformSeen.has(node, label))) {
            return Kind.BARE;
        }
        return node.software().os().equals("windows") || PlatformSeen.has(node, "kubernetes.io/os=windows") ? Kind.WINDOWS : Kind.ORDINARY;
    }
}
