package meshadvisor.signal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.catalog.Marks;
import meshadvisor.catalog.Versions;
import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.signal.Membership.State;

/** Signals about one definition of a workload. */
final class WorkloadSignals {

    static final Map<String, BiFunction<World, Workload, Reading>> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("workload-kind", (w, x) -> Reading.choice(x.kind(), List.of())),
            Map.entry("ends", (w, x) -> new Reading.Flag(x.ends(), List.of())),
            Map.entry("membership", (w, x) -> Reading.choice(w.member(x).state(), w.member(x).evidence())),
            Map.entry("proxy-kind", WorkloadSignals::proxyKind),
            Map.entry("mesh-version-known", (w, x) -> new Reading.Flag(version(w, x).isPresent(), List.of())),
            Map.entry("ends-proxy", (w, x) -> Reading.seen(endsProxy(x))),
            Map.entry("host-network", (w, x) -> Reading.seen(hostNetwork(x))),
            Map.entry("own-namespace", (w, x) -> new Reading.Flag(w.candidate(x.meta().namespace()), List.of())),
            Map.entry("mark-on-object", (w, x) -> Reading.seen(markOnObject(w, x))),
            Map.entry("marks-disagree", (w, x) -> Reading.seen(marksDisagree(w, x))),
            Map.entry("residue", (w, x) -> Reading.seen(residue(w, x))),
            Map.entry("data-plane-seen", (w, x) -> new Reading.Flag(w.running().stream().anyMatch(m -> !m.marks().cni()), List.of())),
            Map.entry("proxy-memory-limited", WorkloadSignals::proxyMemoryLimited),
            Map.entry("mesh-name", (w, x) -> Reading.choice(marks(w, x).map(Marks::name).orElse("none"), List.of()))));

    private static final Pattern ENDS_PROXY = Pattern.compile("quitquitquit|linkerd-await\\b[^\n]*(--shutdown|-S\\b)|\\bscuttle\\b");

    private WorkloadSignals() {}

    private static Optional<Marks> marks(World world, Workload workload) {
        return world.catalogue().marks(world.member(workload).mesh());
    }

    /** The version of the mesh in which the workload takes part, as far as the scan tells. */
    private static Optional<VersionText> version(World world, Workload workload) {
        Membership member = world.member(workload);
        Optional<VersionText> own = VersionText.of(member.proxyVersion().value());
        return own.isPresent() ? own
                : world.meshes().stream().filter(m -> m.marks().mesh().equals(member.mesh())).flatMap(m -> m.versions().stream())
                        .map(v -> VersionText.of(v.value())).flatMap(Optional::stream).findFirst();
    }

    private static Reading proxyKind(World world, Workload workload) {
        Membership member = world.member(workload);
        if (!member.sidecar()) {
            return Reading.choice("none", List.of());
        }
        boolean byDefault = marks(world, workload).flatMap(m -> VersionText.of(m.alwaysNative()))
                .flatMap(first -> version(world, workload).map(v -> !MeshSignals.older(v, first))).orElse(false);
        boolean isNative = member.nativeInManifest() || member.state() == State.INJECTED && (byDefault || asksForNative(world, workload));
        return Reading.choice(isNative ? "native-sidecar" : "classic-sidecar", member.evidence());
    }

    private static boolean asksForNative(World world, Workload workload) {
        List<String> names = marks(world, workload).map(Marks::nativeAnnotations).orElse(List.of());
        return names.stream().anyMatch(n -> annotation(world, workload, n).value().equals("true"));
    }

    /** A pod annotation: from the manifest, from a patch, or from the namespace where the mesh lets pods inherit it. */
    private static Text annotation(World world, Workload workload, String name) {
        Text own = workload.pod().annotation(name);
        if (own.given()) {
            return own;
        }
        Memberships memberships = world.marked().memberships();
        boolean inherited = marks(world, workload).filter(m -> Images.matches(m.inheritedAnnotations(), name)).isPresent();
        return memberships.patchesOf(workload).stream().map(p -> p.annotations().getOrDefault(name, Text.NONE)).filter(Text::given)
                .findFirst().orElse(inherited ? memberships.annotationOfNamespace(workload.meta().namespace(), name) : Text.NONE);
    }

    private static List<Evidence> endsProxy(Workload workload) {
        return workload.pod().containers().stream().flatMap(c -> c.words().stream()).filter(w -> ENDS_PROXY.matcher(w.value()).find())
                .map(w -> new Evidence(workload.meta().key() + " ends its proxy itself", w.place())).toList();
    }

    private static List<Evidence> hostNetwork(Workload workload) {
        Text host = workload.pod().hostNetwork();
        return host.given() ? List.of(new Evidence(workload.meta().key() + " uses the network of its node", host.place())) : List.of();
    }

    private static List<Evidence> markOnObject(World world, Workload workload) {
        if (workload.kind().equals("Pod") || world.marked().sightings().ofPod(workload).stream().anyMatch(WorkloadSignals::decides)) {
            return List.of();
        }
        return world.marked().sightings().misplaced(workload).stream().filter(WorkloadSignals::decides).map(Sighting::evidence).toList();
    }

    private static boolean decides(Sighting sighting) {
        return sighting.proof() == Proof.INJECTION || sighting.proof() == Proof.OPT_OUT || sighting.proof() == Proof.ENROLMENT;
    }

    /** Marks of one mesh on one pod that say both yes and no. */
    private static List<Evidence> marksDisagree(World world, Workload workload) {
        List<Sighting> marks = world.marked().sightings().ofPod(workload).stream().filter(WorkloadSignals::decides).toList();
        boolean both = marks.stream().anyMatch(a -> marks.stream()
                .anyMatch(b -> a.mesh().equals(b.mesh()) && a.proof() == Proof.OPT_OUT && b.proof() != Proof.OPT_OUT));
        return both ? marks.stream().map(Sighting::evidence).toList() : List.of();
    }

    private static List<Evidence> residue(World world, Workload workload) {
        return world.marked().sightings().ofPod(workload).stream().filter(s -> s.proof() == Proof.RESIDUE || s.proof() == Proof.OPT_OUT)
                .map(Sighting::evidence).toList();
    }

    private static Reading proxyMemoryLimited(World world, Workload workload) {
        Membership member = world.member(workload);
        List<Container> unlimited = member.proxies().stream().filter(c -> !c.memoryLimit().given()).toList();
        if (member.state() == State.BAKED_IN) {
            List<Evidence> evidence = unlimited.stream()
                    .map(c -> new Evidence("container " + c.name() + " has no memory limit", c.place())).toList();
            return new Reading.Flag(unlimited.isEmpty() || limitRange(world, workload), evidence);
        }
        boolean annotated = annotated(world, workload, Marks::memoryAnnotations);
        boolean byDefault = !annotated(world, workload, Marks::limitDroppingAnnotations)
                && Optional.ofNullable(world.catalogue().versions().get(member.mesh())).map(Versions::defaultMemoryLimit)
                        .map(Versions.MemoryLimit::limited).orElse(true);
        return new Reading.Flag(annotated || byDefault || limitRange(world, workload), member.evidence());
    }

    private static boolean annotated(World world, Workload workload, Function<Marks, List<String>> which) {
        return marks(world, workload).map(which).orElse(List.of()).stream().anyMatch(n -> annotation(world, workload, n).given());
    }

    private static boolean limitRange(World world, Workload workload) {
        return world.snapshot().running().limitRanges().stream()
                .anyMatch(l -> l.defaultMemory().given() && World.near(l.meta().namespace(), workload.meta().namespace()));
    }
}
