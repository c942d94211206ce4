package meshadvisor.signal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.Use;

/** Signals about one mesh of which something was seen. */
final class MeshSignals {

    static final Map<String, BiFunction<World, MeshSeen, Reading>> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("mesh-name", (w, m) -> Reading.choice(m.marks().name(), List.of())),
            Map.entry("standing", (w, m) -> Reading.choice(m.standing().id(), m.deciding().stream().limit(5).toList())),
            Map.entry("is-cni", (w, m) -> new Reading.Flag(m.marks().cni(), List.of())),
            Map.entry("another-data-plane", (w, m) -> Reading.seen(another(w, m))),
            Map.entry("application-services", (w, m) -> served(w, m)),
            Map.entry("features-used", (w, m) -> used(w, m)),
            Map.entry("encryption-wanted", (w, m) -> encryptionWanted(w)),
            Map.entry("any-need-stated",
                    (w, m) -> new Reading.Flag(w.answers().needs().values().stream().anyMatch(s -> s.value().equals("yes")),
                            List.of())),
            Map.entry("kubernetes-age", KubernetesSignals::age),
            Map.entry("kubernetes-needed", (w, m) -> Reading.choice(KubernetesSignals.needed(w, m), List.of())),
            Map.entry("gateway-api", GatewayApiSignals::fit),
            Map.entry("gateway-api-says", (w, m) -> Reading.choice(GatewayApiSignals.says(w, m), List.of())),
            Map.entry("hazard", Hazards::worst),
            Map.entry("hazard-says", (w, m) -> Reading.choice(Hazards.says(w, m), List.of())),
            Map.entry("default-retries-unsafe", MeshSignals::defaultRetriesUnsafe)));

    private MeshSignals() {}

    /**
     * All that are counted where one mesh runs, of which some may enter later; where several do, those that take part in it. A scan without any
     * application says nothing about how many a mesh serves: they stand elsewhere.
     */
    private static Reading served(World world, MeshSeen mesh) {
        boolean several = world.running().stream().filter(m -> !m.marks().cni() && !m.marks().generic()).count() > 1;
        long inIt = world.applications().counted().stream()
                .filter(a -> a.workloads().stream().anyMatch(w -> world.member(w).mesh().equals(mesh.marks().mesh()))).count();
        return world.count() > 0 ? Reading.amount((double) (several && inIt > 0 ? inIt : world.count()), List.of())
                : new Reading.Unknown(Gap.of("application-services", "how many application services the mesh serves",
                        "no application is in the scan", "add the manifests of the applications to the scan"));
    }

    private static List<Evidence> another(World world, MeshSeen mesh) {
        return world.running().stream().filter(o -> !o.equals(mesh)).flatMap(o -> o.deciding().stream().limit(1)).toList();
    }

    private static Reading used(World world, MeshSeen mesh) {
        List<Evidence> uses = world.snapshot().uses().stream().filter(u -> serves(mesh, u)).map(Use::evidence).sorted().limit(5).toList();
        boolean silent = uses.isEmpty() && !mesh.configuration().isEmpty() && !understood(world, mesh);
        return silent ? new Reading.Unknown(Gap.of("mesh-features", "what the resources of " + mesh.marks().name() + " ask for",
                "nobody has taught this program to read them", "look at " + mesh.configuration().getFirst().place())) : Reading.seen(uses);
    }

    /** Meshes of which it is known what they can do are those whose resources are read. */
    private static boolean understood(World world, MeshSeen mesh) {
        return world.catalogue().library().has("meshes/" + mesh.marks().mesh() + "/capabilities.yaml");
    }

    /** Flagger, SMI and Gateway API routes on Services work through whichever mesh is there. */
    private static boolean serves(MeshSeen mesh, Use use) {
        boolean through =
                use.by().equals("flagger") || use.by().equals("smi") || use.by().equals("gateway-api") && use.hop() == Use.Hop.INTERNAL;
        return use.by().equals(mesh.marks().mesh()) || through;
    }

    private static Reading encryptionWanted(World world) {
        Reading need = new ClusterSignals(world).of("need-mtls");
        return need instanceof Reading.Unknown
                ? Reading.flag(false, List.of(Evidence.of("nobody stated a need for encryption or identity"))) : need;
    }

    private static Reading defaultRetriesUnsafe(World world, MeshSeen mesh) {
        Optional<VersionText> safe = VersionText.of(mesh.marks().unsafeRetriesBefore());
        boolean off = world.marked().values(mesh.marks().mesh(), mesh.marks().retriesValues()).anyMatch(v -> v.value().equals("0"));
        if (safe.isEmpty() || !mesh.runs() || off) {
            return Reading.flag(false, List.of());
        }
        List<Evidence> old =
                mesh.versions().stream().filter(v -> VersionText.of(v.value()).filter(x -> x.olderThan(safe.get())).isPresent())
                        .map(v -> new Evidence(mesh.marks().name() + " " + v.value() + " is in use", v.place())).toList();
        return mesh.versions().isEmpty() ? new Reading.Unknown(Gap.of("mesh-version", "the version of " + mesh.marks().name(),
                "nothing in the scan tells it", "add the control plane's manifests to the scan")) : Reading.seen(old);
    }
}
