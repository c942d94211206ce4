package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import meshadvisor.catalog.Platform;
import meshadvisor.model.ClusterNode;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.CustomKind;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;

/** A platform of which signs were seen in a running cluster. */
public record PlatformSeen(Platform platform, List<Evidence> signs) {

    public PlatformSeen {
        signs = List.copyOf(signs);
    }

    /** Every platform of which there is a sign, in the order of their ids. Manifests tell nothing reliable about where they are applied. */
    public static List<PlatformSeen> of(World world) {
        if (!world.snapshot().live().seen()) {
            return List.of();
        }
        return world.catalogue().platforms().stream().map(p -> new PlatformSeen(p, signs(world.snapshot(), p)))
                .filter(p -> !p.signs.isEmpty()).toList();
    }

    /** The id of the one platform that was seen; unknown for none, and for several. */
    public static Reading reading(World world) {
        List<PlatformSeen> seen = of(world);
        if (seen.size() == 1) {
            return Reading.choice(seen.getFirst().platform.id(), seen.getFirst().signs);
        }
        String why = !world.snapshot().live().seen() ? "only a running cluster tells"
                : seen.isEmpty() ? "no sign of a known one was read"
                        : "there are signs of " + seen.stream().map(p -> p.platform.name()).collect(Collectors.joining(" and of "));
        return new Reading.Unknown(Gap.of("platform", "which platform the cluster is of", why, "look at kubectl get nodes -o yaml"));
    }

    private static List<Evidence> signs(ClusterSnapshot snapshot, Platform platform) {
        List<Evidence> signs = new ArrayList<>();
        snapshot.live().nodes().stream().flatMap(n -> ofNode(n, platform)).limit(2).forEach(signs::add);
        snapshot.live().customKinds().stream().filter(k -> platform.groups().contains(k.group())).limit(1)
                .map(PlatformSeen::ofKind).forEach(signs::add);
        Patterns<String> namespaces = new Patterns<>();
        platform.namespaces().forEach(n -> namespaces.add(n, n));
        snapshot.running().namespaces().stream().filter(n -> !namespaces.fitting(n.name()).isEmpty()).limit(1)
                .map(n -> new Evidence("there is a namespace " + n.name(), n.place())).forEach(signs::add);
        return signs;
    }

    private static Evidence ofKind(CustomKind kind) {
        return new Evidence("there is a kind " + kind.kind() + " of " + kind.group(), kind.place());
    }

    private static Stream<Evidence> ofNode(ClusterNode node, Platform platform) {
        Stream<String> signs = Stream.of(
                platform.providerIds().stream().filter(node.machine().providerId()::startsWith).map(i -> "has a provider id " + i + "…"),
                platform.kubelets().stream().filter(node.software().kubelet()::contains)
                        .map(v -> "runs kubelet " + node.software().kubelet()),
                platform.nodeLabels().stream().filter(l -> has(node, l)).map(l -> "has the label " + l)).flatMap(s -> s);
        return signs.map(s -> new Evidence("node " + node.name() + " " + s, node.place())).limit(1);
    }

    /** Whether a node has a label, given as {@code name} or {@code name=value}. */
    static boolean has(ClusterNode node, String label) {
        int equals = label.indexOf('=');
        return equals < 0 ? node.labels().containsKey(label)
                : label.substring(equals + 1).equals(node.labels().get(label.substring(0, equals)));
    }
}
