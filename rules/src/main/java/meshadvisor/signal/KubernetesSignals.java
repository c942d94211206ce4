package meshadvisor.signal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import meshadvisor.catalog.Kebab;
import meshadvisor.catalog.Versions;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Live;
import meshadvisor.model.Text;

/** Whether the Kubernetes of a running cluster is new enough for a mesh. */
final class KubernetesSignals {

    /** What is too old. */
    enum Age {
        NEW_ENOUGH, OLD_API_SERVER, OLD_KUBELETS,
        /** Proxies are native sidecars, and a kubelet does not know them. */
        NO_NATIVE_SIDECARS
    }

    private KubernetesSignals() {}

    /** The oldest Kubernetes that the versions of the mesh take, in words; empty where nobody states one. */
    static String needed(World world, MeshSeen mesh) {
        return oldest(world, mesh).map(VersionText::toString).orElse("");
    }

    private static Optional<VersionText> oldest(World world, MeshSeen mesh) {
        return releases(world, mesh).map(r -> VersionText.of(r.kubernetesMin())).flatMap(Optional::stream)
                .reduce((a, b) -> a.olderThan(b) ? b : a);
    }

    /** What is known of the versions of a mesh that were seen. */
    static Stream<Versions.Release> releases(World world, MeshSeen mesh) {
        List<String> seen = mesh.versions().stream().map(Text::value).map(VersionText::of).flatMap(Optional::stream)
                .map(VersionText::toString).toList();
        return Optional.ofNullable(world.catalogue().versions().get(mesh.marks().mesh())).stream().flatMap(v -> v.versions().stream())
                .filter(r -> seen.contains(r.version()));
    }

    /** That the version of a mesh would have to be known. */
    static Reading versionUnknown(MeshSeen mesh) {
        return new Reading.Unknown(Gap.of("mesh-version", "the version of " + mesh.marks().name(), "nothing that was read tells it",
                "read the namespace of the control plane too"));
    }

    static Reading age(World world, MeshSeen mesh) {
        Live live = world.snapshot().live();
        boolean known = world.catalogue().versions().containsKey(mesh.marks().mesh());
        if (!live.seen() || !mesh.runs() || !known) {
            return Reading.choice(Age.NEW_ENOUGH, List.of());
        }
        if (Clusters.several(world)) {
            return Clusters.apart("whether the Kubernetes of each cluster is new enough for " + mesh.marks().name());
        }
        if (mesh.versions().isEmpty() && !mesh.marks().cni()) {
            return versionUnknown(mesh);
        }
        Text server = live.server().version();
        if (!server.given() && live.nodes().isEmpty()) {
            return new Reading.Unknown(Gap.of("kubernetes-version", "the version of Kubernetes", "neither API server nor nodes were read",
                    "kubectl version; kubectl get nodes"));
        }
        return oldest(world, mesh).flatMap(needed -> older(world, server, needed)).or(() -> nativeSidecars(world, mesh))
                .orElseGet(() -> stranger(world, mesh).orElseGet(() -> Reading.choice(Age.NEW_ENOUGH, List.of())));
    }

    private static Optional<Reading> older(World world, Text server, VersionText needed) {
        if (VersionText.of(server.value()).filter(v -> v.olderThan(needed)).isPresent()) {
            return Optional.of(Reading.choice(Age.OLD_API_SERVER, List.of(new Evidence("the API server is " + server, server.place()))));
        }
        List<Evidence> kubelets = Kubelets.of(world).olderThan(needed);
        return kubelets.isEmpty() ? Optional.empty() : Optional.of(Reading.choice(Age.OLD_KUBELETS, kubelets));
    }

    private static Optional<Reading> nativeSidecars(World world, MeshSeen mesh) {
        List<Evidence> kubelets = VersionText.of(world.catalogue().kubernetes().nativeSidecars().from())
                .map(first -> Kubelets.of(world).olderThan(first)).orElse(List.of());
        boolean wanted = !kubelets.isEmpty() && world.snapshot().running().workloads().stream()
                .filter(w -> world.member(w).mesh().equals(mesh.marks().mesh()))
                .anyMatch(w -> new Sidecar(world, w).kind().words().equals(Kebab.of(Sidecar.Kind.NATIVE_SIDECAR)));
        return wanted ? Optional.of(Reading.choice(Age.NO_NATIVE_SIDECARS, kubelets)) : Optional.empty();
    }

    /** A version of which this program knows nothing, so neither what it needs. */
    private static Optional<Reading> stranger(World world, MeshSeen mesh) {
        List<String> known = releases(world, mesh).map(Versions.Release::version).toList();
        return mesh.versions().stream().filter(v -> VersionText.of(v.value()).filter(t -> !known.contains(t.toString())).isPresent())
                .findFirst().map(v -> new Reading.Unknown(new Gap("kubernetes-needed",
                        "which Kubernetes " + mesh.marks().name() + " " + v.value() + " needs", "this version does not know it",
                        "look it up in the release notes of " + mesh.marks().name(), v.place())));
    }
}
