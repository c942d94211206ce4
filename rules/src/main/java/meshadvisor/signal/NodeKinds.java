package meshadvisor.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import meshadvisor.catalog.Platform;
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
        Map<String, ClusterNode> nodes = new HashMap<>();
        world.snapshot().live().nodes().forEach(n -> nodes.put(n.name(), n));
        if (nodes.isEmpty()) {
            return new Reading.Unknown(Gap.of("node-kinds", "on what kind of nodes the pods run", "no nodes were read",
                    "kubectl get nodes --show-labels"));
        }
        List<String> bare = world.catalogue().platforms().stream().map(Platform::bareNodes).flatMap(List::stream).distinct().toList();
        List<Evidence> evidence = placed.stream().map(p -> nodes.get(p.placement().node()))
                .flatMap(n -> n == null || kind(n, bare) == Kind.ORDINARY ? Stream.of() : Stream.of(n)).distinct().limit(3)
                .map(n -> new Evidence("node " + n.name() + " is " + (kind(n, bare) == Kind.BARE ? "virtual" : "a Windows node"),
                        n.place()))
                .toList();
        Kind worst = placed.stream().map(p -> nodes.get(p.placement().node())).map(n -> n == null ? Kind.ORDINARY : kind(n, bare))
                .filter(k -> k != Kind.ORDINARY).findFirst().orElse(Kind.ORDINARY);
        return Reading.choice(worst, evidence);
    }

    private static Kind kind(ClusterNode node, List<String> bare) {
        if (bare.stream().anyMatch(label -> PlatformSeen.has(node, label))) {
            return Kind.BARE;
        }
        return node.software().os().equals("windows") || PlatformSeen.has(node, "kubernetes.io/os=windows") ? Kind.WINDOWS : Kind.ORDINARY;
    }
}
