package meshadvisor.signal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import meshadvisor.catalog.Marks;
import meshadvisor.catalog.Versions;
import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.signal.Membership.State;

/** What is known about the proxy in the pods of a workload: its kind and its memory limit. */
record Sidecar(World world, Workload workload) {

    /** What a sidecar is to Kubernetes. */
    enum Kind {
        NONE, CLASSIC_SIDECAR, NATIVE_SIDECAR,
        /** The version that injects, or the nodes, decide, and the scan does not tell. */
        SIDECAR_OF_EITHER_KIND
    }

    private Membership member() {
        return world.member(workload);
    }

    private Optional<Marks> marks() {
        return world.catalogue().marks(member().mesh());
    }

    Reading kind() {
        Kind kind = switch (member().state()) {
            case BAKED_IN -> seen();
            case INJECTED -> member().proxies().isEmpty() ? injected() : seen();
            case ENROLLED, OPTED_OUT, OUTSIDE -> Kind.NONE;
        };
        return Reading.choice(kind, kind == Kind.NONE ? List.of() : member().evidence());
    }

    private Kind seen() {
        return member().nativeSeen() ? Kind.NATIVE_SIDECAR : Kind.CLASSIC_SIDECAR;
    }

    /** What the pod asks for comes before what the whole mesh is told, and both before what the version does by itself. */
    private Kind injected() {
        return Stream.concat(annotations(Marks::nativeAnnotations), values(Marks::nativeValues)).findFirst()
                .map(asked -> asked.value().equals("true") ? Kind.NATIVE_SIDECAR : Kind.CLASSIC_SIDECAR).orElseGet(this::byVersion);
    }

    private Kind byVersion() {
        Optional<VersionText> version = version();
        if (version.isEmpty()) {
            return Kind.SIDECAR_OF_EITHER_KIND;
        }
        boolean always =
                marks().flatMap(m -> VersionText.of(m.alwaysNative())).filter(first -> !version.get().olderThan(first)).isPresent();
        boolean sometimes = versions().map(Versions::versions).orElse(List.of()).stream().filter(Versions.Release::nativeSidecarDefault)
                .map(r -> VersionText.of(r.version())).flatMap(Optional::stream).anyMatch(first -> !version.get().olderThan(first));
        return always ? Kind.NATIVE_SIDECAR : sometimes ? byKubelets() : Kind.CLASSIC_SIDECAR;
    }

    /** Where the mesh chooses by the kubelets: all of them must be new enough, since any node may get the pod. */
    private Kind byKubelets() {
        Optional<VersionText> first = marks().flatMap(m -> VersionText.of(m.nativeFromKubelet()));
        Optional<VersionText> oldest = Kubelets.of(world).oldest();
        if (first.isEmpty() || oldest.isEmpty()) {
            return Kind.SIDECAR_OF_EITHER_KIND;
        }
        return oldest.get().olderThan(first.get()) ? Kind.CLASSIC_SIDECAR : Kind.NATIVE_SIDECAR;
    }

    private Optional<Versions> versions() {
        return Optional.ofNullable(world.catalogue().versions().get(member().mesh()));
    }

    /** The version of the mesh in which the workload takes part, as far as the scan tells. */
    private Optional<VersionText> version() {
        return world.meshes().stream().filter(m -> m.marks().mesh().equals(member().mesh())).flatMap(m -> m.versions().stream())
                .map(v -> VersionText.of(v.value())).flatMap(Optional::stream).findFirst();
    }

    /** Annotations of these names: on the pod, from a patch, and from the namespace where the mesh lets pods inherit them. */
    private Stream<Text> annotations(Function<Marks, List<String>> names) {
        return marks().map(names).orElse(List.of()).stream().flatMap(this::annotations).filter(Text::given);
    }

    private Stream<Text> annotations(String name) {
        Memberships memberships = world.marked().memberships();
        boolean inherited = marks().filter(m -> Patterns.fits(m.inheritedAnnotations(), name)).isPresent();
        Stream<Text> patched = memberships.patchesOf(workload).stream().map(p -> p.annotations().getOrDefault(name, Text.NONE));
        return Stream.of(Stream.of(workload.pod().annotation(name)), patched,
                Stream.of(inherited ? memberships.annotationOfNamespace(workload.meta().namespace(), name) : Text.NONE)).flatMap(s -> s);
    }

    /** Values of these names that are given to the charts of the mesh. */
    private Stream<Text> values(Function<Marks, List<String>> names) {
        return world.marked().values(member().mesh(), marks().map(names).orElse(List.of()));
    }

    /** Whether anything limits the memory of the proxy: the container, an annotation, the mesh's own default, or a LimitRange. */
    Reading memoryLimited() {
        if (!member().proxies().isEmpty()) {
            // the API server has written a default limit into a pod that runs
            boolean byDefault = member().state() == State.BAKED_IN && limitRange();
            List<Container> unlimited = member().proxies().stream().filter(c -> !c.memoryLimit().given()).toList();
            return new Reading.Flag(unlimited.isEmpty() || byDefault, unlimited.stream()
                    .map(c -> new Evidence("container " + c.name() + " has no memory limit", c.place())).toList());
        }
        List<Evidence> dropped = annotations(Marks::limitDroppingAnnotations)
                .map(a -> new Evidence("an annotation takes the default limit away", a.place())).toList();
        boolean byDefault = versions().map(Versions::defaultMemoryLimit).map(Versions.MemoryLimit::limited).orElse(true);
        boolean stated = annotations(Marks::memoryAnnotations).findAny().isPresent() || values(Marks::memoryValues).findAny().isPresent();
        return new Reading.Flag(stated || byDefault && dropped.isEmpty() || limitRange(),
                Stream.concat(dropped.stream(), member().evidence().stream()).toList());
    }

    private boolean limitRange() {
        return world.snapshot().running().limitRanges().stream()
                .anyMatch(l -> l.defaultMemory().given() && World.near(l.meta().namespace(), workload.meta().namespace()));
    }
}
