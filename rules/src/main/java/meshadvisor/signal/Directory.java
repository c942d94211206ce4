package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Need;
import meshadvisor.model.Apart;
import meshadvisor.model.ByName;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.model.MtlsSetting;
import meshadvisor.model.MtlsSetting.Scope;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Reference;
import meshadvisor.model.Use;
import meshadvisor.model.Workload;

/**
 * A snapshot by the names under which its parts are asked for, so that no question walks through everything.
 *
 * @param platform namespaces that hold no application
 * @param selection which Services select which workloads
 * @param workloads under the empty name
 * @param definitions of each workload
 * @param selectedBy Services by the workload that they select
 * @param calls by the host that is called, taken apart
 * @param ingresses references of Ingresses by the Service that they name
 * @param mtls settings under the empty name, those of the whole mesh left out
 * @param meshWide settings of the whole mesh
 * @param seen evidence of uses that show a need, by the id of the need, sorted, each once; not from resources of idle meshes
 */
record Directory(Set<String> platform, Selection selection, ByName<Workload> workloads, Map<ObjectKey, List<Workload>> definitions,
        Map<ObjectKey, List<ObjectKey>> selectedBy, ByName<Edge> calls, ByName<Reference> ingresses, ByName<MtlsSetting> mtls,
        List<MtlsSetting> meshWide, Map<String, List<Evidence>> seen) {

    static Directory of(ClusterSnapshot snapshot, Catalogue catalogue, Set<String> idle) {
        Set<String> platform = new HashSet<>(catalogue.platformNamespaces());
        catalogue.marks().forEach(m -> platform.addAll(m.namespaces()));
        snapshot.definitions().stream().map(Meta::namespace).filter(n -> platform.contains(Apart.plain(n))).distinct().toList()
                .forEach(platform::add);
        Selection selection = Selection.of(snapshot);
        Map<ObjectKey, List<ObjectKey>> selectedBy = new HashMap<>();
        selection.selected().forEach((s, all) -> all.forEach(w -> selectedBy.computeIfAbsent(w, k -> new ArrayList<>(1)).add(s)));
        ByName<Workload> workloads = new ByName<>();
        snapshot.running().workloads().forEach(w -> workloads.add("", w.meta().namespace(), w));
        List<MtlsSetting> settings = snapshot.policies().mtls();
        ByName<MtlsSetting> mtls = new ByName<>();
        settings.stream().filter(s -> s.scope() != Scope.MESH).forEach(s -> mtls.add("", s.meta().namespace(), s));
        Map<String, List<Evidence>> seen = new HashMap<>();
        catalogue.needs().forEach(n -> seen.put(n.id(), seen(snapshot, n, idle)));
        return new Directory(platform, selection, workloads, by(snapshot.running().workloads(), w -> w.meta().key()), selectedBy,
                calls(snapshot), ingresses(snapshot), mtls, settings.stream().filter(s -> s.scope() == Scope.MESH).toList(), seen);
    }

    private static ByName<Edge> calls(ClusterSnapshot snapshot) {
        ByName<Edge> calls = new ByName<>();
        snapshot.traffic().edges().forEach(e -> Hosts.parts(e.to())
                .ifPresent(p -> calls.add(p.name(), p.namespace().isEmpty() ? e.from().namespace() : p.namespace(), e)));
        return calls;
    }

    private static ByName<Reference> ingresses(ClusterSnapshot snapshot) {
        ByName<Reference> ingresses = new ByName<>();
        snapshot.traffic().references().stream().filter(r -> r.from().key().kind().equals("Ingress")).forEach(r -> Hosts.parts(r.name())
                .ifPresent(p -> ingresses.add(p.name(), p.namespace().isEmpty() ? r.from().namespace() : p.namespace(), r)));
        return ingresses;
    }

    private static List<Evidence> seen(ClusterSnapshot snapshot, Need need, Set<String> idle) {
        return snapshot.uses().stream().filter(u -> need.observedBy().contains(u.capability()) && !idle.contains(u.by())).map(Use::evidence)
                .sorted().distinct()
                .toList();
    }

    /** Things by a name of theirs, each list in the order of the things. */
    static <K, T> Map<K, List<T>> by(List<T> things, Function<T, K> name) {
        Map<K, List<T>> map = new HashMap<>();
        things.forEach(t -> map.computeIfAbsent(name.apply(t), k -> new ArrayList<>(1)).add(t));
        return map;
    }

    /** Workloads that may be in a namespace. */
    List<Workload> near(String namespace) {
        return workloads.near("", namespace);
    }
}
