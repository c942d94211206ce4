package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import meshadvisor.model.Code.Site;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.model.Service;
import meshadvisor.model.Trait;
import meshadvisor.model.Workload;
import meshadvisor.signal.Application;
import meshadvisor.signal.CallGraph.Call;
import meshadvisor.signal.CallGraph.Node;
import meshadvisor.signal.World;

/** Calls of the call graph with who tries them again: the code of the caller, the mesh, or both. */
final class Hops {

    private final Defaults defaults;
    private final MeshRetries mesh;
    private final Map<String, Coded> code;
    private final Map<String, List<Workload>> workloads = new HashMap<>();
    private final Map<String, List<Service>> services = new HashMap<>();

    Hops(World world, List<Coded> all, MeshRetries mesh) {
        this.defaults = Defaults.of(world);
        this.mesh = mesh;
        this.code = all.stream().collect(Collectors.toMap(c -> label(c.application()), c -> c, (one, other) -> one));
        world.snapshot().running().workloads().forEach(w -> workloads.putIfAbsent(label(w.meta()), List.of(w)));
        world.snapshot().running().services().forEach(s -> services.putIfAbsent(label(s.meta()), List.of(s)));
        world.applications().counted().forEach(a -> {
            workloads.put(label(a), a.workloads());
            services.put(label(a), a.services());
        });
    }

    /** As nodes of the call graph are labelled. */
    static String label(Application application) {
        return new Node(application.namespace(), application.name(), false).label();
    }

    private static String label(Meta meta) {
        return new Node(meta.namespace(), meta.name(), false).label();
    }

    Hop of(Call call, Node from, Node to) {
        List<Evidence> evidence = new ArrayList<>();
        Optional<Site> site = Optional.ofNullable(code.get(from.label())).flatMap(Hops::retry);
        int inCode = site.map(s -> s.attempts().tries()).orElse(1);
        site.ifPresent(s -> evidence.add(new Evidence(from.name() + " tries " + inCode + " times with " + s.library() + ", as "
                + s.attempts().by() + " says (" + defaults.source(s) + ")", s.place())));
        Optional<MeshRetries.Retried> retried = mesh.of(new MeshRetries.Called(workloads.getOrDefault(from.label(), List.of()), to.name(),
                services.getOrDefault(to.label(), List.of())));
        int inMesh = retried.map(r -> 1 + r.attempts()).orElse(1);
        boolean always = retried.map(MeshRetries.Retried::answers).orElse(true);
        List<Evidence> byMesh = retried.map(r -> List.of(r.evidence())).orElse(List.of());
        evidence.addAll(always ? byMesh : List.of());
        return new Hop(call.from(), call.to(), always ? inCode * inMesh : inCode, always ? 1 : inMesh, site.isPresent(), evidence,
                always ? List.of() : byMesh);
    }

    /** The retry around calls that makes most of them. */
    private static Optional<Site> retry(Coded caller) {
        return caller.guardsOfCalls().stream().filter(s -> s.shows().contains(Trait.RETRY) && s.attempts().tries() > 1)
                .max(Comparator.comparingInt(s -> s.attempts().tries()));
    }
}
