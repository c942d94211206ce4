package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.model.Patch;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.signal.Membership.State;

/** Tells for each workload whether it takes part in a mesh: what stands on the pod beats what stands on the namespace, a label beats an annotation. */
final class Memberships {

    private final Sightings sightings;
    private final Fleet fleet;
    private final Map<String, List<Sighting>> byNamespace = new HashMap<>();
    private final List<Sighting> everywhere;
    private final Map<String, List<Patch>> patches = new HashMap<>();
    private final Map<String, Meta> namespaces = new HashMap<>();

    Memberships(ClusterSnapshot snapshot, Sightings sightings, Fleet fleet) {
        this.sightings = sightings;
        this.fleet = fleet;
        for (Meta namespace : snapshot.running().namespaces()) {
            namespaces.putIfAbsent(namespace.name(), namespace);
            byNamespace.computeIfAbsent(namespace.name(), k -> new ArrayList<>()).addAll(sightings.ofNamespace(namespace));
        }
        everywhere = agreed(snapshot.running().namespaces());
        snapshot.installed().patches().forEach(p -> patches.computeIfAbsent(p.kind(), k -> new ArrayList<>()).add(p));
    }

    /** What holds for objects without a namespace: the marks of the scanned namespaces if all of them carry the same. */
    private List<Sighting> agreed(List<Meta> namespaces) {
        List<List<Sighting>> all =
                namespaces.stream().map(n -> sightings.ofNamespace(n).stream().filter(Sighting::decides).toList()).toList();
        if (all.isEmpty() || all.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        List<Sighting> first = all.getFirst();
        boolean same = all.stream().allMatch(s -> s.getFirst().mesh().equals(first.getFirst().mesh())
                && s.getFirst().proof() == first.getFirst().proof());
        return same ? first : List.of();
    }

    /** Marks of the namespace in which a workload stands. */
    List<Sighting> ofNamespace(String namespace) {
        return namespace.isEmpty() ? everywhere : byNamespace.getOrDefault(namespace, List.of());
    }

    /** The labels of a scanned namespace, with the one that every namespace has; empty if it was not scanned. */
    Optional<Map<String, String>> labelsOfNamespace(String namespace) {
        return Optional.ofNullable(namespaces.get(namespace)).map(meta -> {
            Map<String, String> labels = new HashMap<>();
            meta.labels().forEach((name, value) -> labels.put(name, value.value()));
            labels.put("kubernetes.io/metadata.name", namespace);
            return labels;
        });
    }

    /** An annotation of a scanned namespace, {@link Text#NONE} if there is none. */
    Text annotationOfNamespace(String namespace, String name) {
        Meta meta = namespaces.get(namespace);
        return meta == null ? Text.NONE : meta.annotation(name);
    }

    /** Patches that change the workload: those of its kind that name it, alone or beside others, or that are for all of the kind. */
    List<Patch> patchesOf(Workload workload) {
        return patches.getOrDefault(workload.kind(), List.of()).stream()
                .filter(p -> p.name().isEmpty() || p.name().equals(".*") || List.of(p.name().split("\\|")).contains(workload.meta().name()))
                .filter(p -> World.near(p.namespace(), workload.meta().namespace())).toList();
    }

    /** What is there comes before what is wanted. A proxy that an injector put into a pod does not stand in a manifest, even if only the pod was read. */
    Membership of(Workload workload) {
        return injected(workload).or(() -> bakedIn(workload)).orElseGet(() -> wanted(workload));
    }

    /**
     * What marks want, whatever runs. A sidecar that is wanted comes before an enrolment, for who has one is not enrolled, and both before a
     * refusal, which may be of another mesh.
     */
    Membership wanted(Workload workload) {
        Collection<Sighting> answers = answers(workload).values();
        return Stream.of(Proof.INJECTION, Proof.ENROLMENT, Proof.OPT_OUT)
                .flatMap(proof -> answers.stream().filter(a -> a.proof() == proof)).findFirst().map(a -> by(a, workload))
                .orElse(Membership.OUTSIDE);
    }

    private Optional<Membership> injected(Workload workload) {
        List<RunningProxy> proxies = fleet.injected(workload.meta().key());
        if (proxies.isEmpty()) {
            return Optional.empty();
        }
        Sighting first = proxies.getFirst().sighting();
        return Optional.of(new Membership(State.INJECTED, first.mesh(), first.variant(),
                proxies.stream().map(RunningProxy::container).toList(), first.version(),
                proxies.stream().map(p -> p.sighting().evidence()).toList()));
    }

    /** What decides each question. Marks are asked in the order pod label, pod annotation, patch, namespace. */
    private Map<String, Sighting> answers(Workload workload) {
        Map<String, Sighting> answers = new LinkedHashMap<>();
        Consumer<Sighting> ask = s -> answers.putIfAbsent(s.question(), s);
        List<Sighting> ofNamespace = ofNamespace(workload.meta().namespace()).stream().filter(Sighting::decides).toList();
        ofNamespace.stream().filter(s -> s.setting().overPods()).forEach(ask);
        sightings.ofPod(workload).stream().filter(Sighting::decides).forEach(ask);
        patchesOf(workload).stream().flatMap(p -> sightings.ofPatch(p).stream()).filter(Sighting::decides).forEach(ask);
        ofNamespace.forEach(ask);
        sightings.enrolled(workload.meta().key(), fleet.of(workload.meta().key())).forEach(ask);
        return answers;
    }

    /** Pods on the network of their node take no part, whatever the mark says. */
    private static Membership by(Sighting mark, Workload workload) {
        State wanted = switch (mark.proof()) {
            case INJECTION -> State.INJECTED;
            case ENROLMENT -> State.ENROLLED;
            case OPT_OUT -> State.OPTED_OUT;
            case CONTROL_PLANE, NODE_AGENT, PROXY, IMPLIED, WAYPOINT, CONFIGURATION, RESIDUE -> State.OUTSIDE;
        };
        State state = workload.pod().hostNetwork().given() && wanted != State.OPTED_OUT ? State.OUTSIDE : wanted;
        return new Membership(state, mark.mesh(), mark.variant(), List.of(), Text.NONE, List.of(mark.evidence()));
    }

    private Optional<Membership> bakedIn(Workload workload) {
        List<Container> containers = new ArrayList<>(workload.pod().containers());
        patchesOf(workload).forEach(p -> containers.addAll(p.containers()));
        List<Container> proxies = containers.stream().filter(c -> isProxy(workload, c)).toList();
        List<Container> running = proxies.stream().filter(c -> c.role() != Container.Role.INIT).toList();
        if (running.isEmpty()) {
            return Optional.empty();
        }
        Sighting proxy = sightings.container(workload.meta().key(), running.getFirst()).orElseThrow();
        List<Evidence> evidence =
                running.stream().map(c -> sightings.container(workload.meta().key(), c).orElseThrow().evidence()).toList();
        return Optional.of(new Membership(State.BAKED_IN, proxy.mesh(), proxy.variant(), running, proxy.version(), evidence));
    }

    private boolean isProxy(Workload workload, Container container) {
        return sightings.container(workload.meta().key(), container).filter(s -> s.proof() == Proof.PROXY).isPresent();
    }
}
