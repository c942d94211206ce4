package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import meshadvisor.model.ClusterNode;
import meshadvisor.model.Evidence;

/** The nodes of a running cluster, by what they have in common. */
record Kubelets(List<ClusterNode> nodes) {

    static Kubelets of(World world) {
        return new Kubelets(world.snapshot().live().nodes());
    }

    /** The oldest version of a kubelet; empty if there is none or one does not tell. */
    Optional<VersionText> oldest() {
        List<Optional<VersionText>> versions = nodes.stream().map(n -> VersionText.of(n.software().kubelet())).toList();
        if (versions.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return versions.stream().flatMap(Optional::stream)
                .min(Comparator.comparingInt(VersionText::major).thenComparingInt(VersionText::minor));
    }

    /** Those whose kubelet is older, one piece of evidence for each version. */
    List<Evidence> olderThan(VersionText version) {
        return grouped(n -> VersionText.of(n.software().kubelet()).filter(v -> v.olderThan(version)).isPresent(),
                n -> "kubelet " + n.software().kubelet());
    }

    /** Evidence for nodes that fit, grouped by what they run. */
    List<Evidence> grouped(Predicate<ClusterNode> fits, Function<ClusterNode, String> runs) {
        Map<String, List<ClusterNode>> groups = new LinkedHashMap<>();
        nodes.stream().filter(fits).forEach(n -> groups.computeIfAbsent(runs.apply(n), k -> new ArrayList<>(1)).add(n));
        return groups.entrySet().stream().map(e -> new Evidence(words(e.getValue().size()) + e.getKey(), e.getValue().getFirst().place()))
                .toList();
    }

    private static String words(int count) {
        return count == 1 ? "1 node runs " : count + " nodes run ";
    }
}
