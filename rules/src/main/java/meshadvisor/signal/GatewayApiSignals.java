package meshadvisor.signal;

import java.util.List;
import java.util.Optional;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.catalog.Versions;
import meshadvisor.catalog.Versions.GatewayApi;
import meshadvisor.model.CustomKind;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Live;
import meshadvisor.model.Text;

/** Whether the Gateway API of a running cluster is the one that a mesh needs. */
final class GatewayApiSignals {

    private static final String GROUP = "gateway.networking.k8s.io";

    /** How what is installed and what is needed go together. */
    enum Fit {
        NOT_NEEDED, FITS, MISSING, OLDER, NEWER
    }

    private GatewayApiSignals() {}

    /** What is known of the mesh and the Gateway API, as sentences. */
    static String says(World world, MeshSeen mesh) {
        return gatewayApi(world, mesh).says();
    }

    private static GatewayApi gatewayApi(World world, MeshSeen mesh) {
        return Optional.ofNullable(world.catalogue().versions().get(mesh.marks().mesh())).map(Versions::gatewayApi)
                .orElse(GatewayApi.UNKNOWN);
    }

    static Reading fit(World world, MeshSeen mesh) {
        Live live = world.snapshot().live();
        List<Evidence> needing = live.seen() && mesh.runs() ? needing(world, mesh) : List.of();
        if (needing.isEmpty()) {
            return Reading.choice(Fit.NOT_NEEDED, List.of());
        }
        if (Clusters.several(world)) {
            return Clusters.apart("whether the Gateway API of each cluster is the one that " + mesh.marks().name() + " needs");
        }
        if (mesh.versions().isEmpty()) {
            return KubernetesSignals.versionUnknown(mesh);
        }
        List<CustomKind> kinds = live.customKinds().stream().filter(k -> k.group().equals(GROUP)).toList();
        if (live.customKinds().isEmpty() || kinds.stream().anyMatch(k -> PatchLevel.of(k.bundle()).isEmpty())) {
            return new Reading.Unknown(Gap.of("gateway-api-version", "the version of the Gateway API in the cluster",
                    kinds.isEmpty() ? "no CustomResourceDefinition was read" : "its definitions do not tell it",
                    "kubectl get customresourcedefinitions -o yaml"));
        }
        return kinds.isEmpty() ? Reading.choice(Fit.MISSING, needing) : compared(world, mesh, kinds);
    }

    private static List<Evidence> needing(World world, MeshSeen mesh) {
        GatewayApi api = gatewayApi(world, mesh);
        return switch (api.needed()) {
            case NEVER -> List.of();
            case ALWAYS -> VersionText.of(api.from()).isEmpty() || mesh.versions().isEmpty() || mesh.versions().stream().map(Text::value)
                    .map(VersionText::of).flatMap(Optional::stream).anyMatch(v -> !v.olderThan(VersionText.of(api.from()).orElseThrow()))
                            ? mesh.deciding().stream().limit(1).toList() : List.of();
            case FOR_GATEWAYS -> world.marked().all().stream().filter(s -> s.mesh().equals(mesh.marks().mesh()))
                    .filter(s -> s.proof() == Proof.WAYPOINT && !s.setting().value().equals("none") || s.object().group().equals(GROUP))
                    .map(Sighting::evidence).limit(3).toList();
        };
    }

    private static Reading compared(World world, MeshSeen mesh, List<CustomKind> kinds) {
        List<Versions.Release> releases = KubernetesSignals.releases(world, mesh).toList();
        for (CustomKind kind : kinds) {
            PatchLevel there = PatchLevel.of(kind.bundle()).orElseThrow();
            List<Evidence> evidence =
                    List.of(new Evidence(kind.kind() + " of the Gateway API is of version " + kind.bundle(), kind.place()));
            if (releases.stream().map(r -> PatchLevel.of(r.gatewayApiMin())).flatMap(Optional::stream)
                    .anyMatch(m -> there.compareTo(m) < 0)) {
                return Reading.choice(Fit.OLDER, evidence);
            }
            if (releases.stream().map(r -> PatchLevel.of(r.gatewayApiMax())).flatMap(Optional::stream)
                    .anyMatch(m -> there.compareTo(m) > 0)) {
                return Reading.choice(Fit.NEWER, evidence);
            }
        }
        return Reading.choice(Fit.FITS, List.of());
    }
}
