package meshadvisor.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import meshadvisor.model.Delivery;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Reference;
import meshadvisor.model.Segmentation;
import meshadvisor.model.Use;
import meshadvisor.model.Workload;
import meshadvisor.plan.Ground.Call;
import meshadvisor.plan.Ground.End;
import meshadvisor.rule.Finding;
import meshadvisor.signal.Application;
import meshadvisor.signal.CallGraph;
import meshadvisor.signal.Hosts;
import meshadvisor.signal.World;

/**
 * What hangs on each service, found once for all stages: the cost of a plan grows with the system and not with its square.
 *
 * @param calls between services, as far as they are known
 * @param callees of each caller, each once
 * @param callers of each callee, each once
 * @param calling the application services among the callers, in the order in which they are counted
 * @param http what something asks HTTP features of
 * @param httpNamespaces where that is
 * @param splits what splits the traffic of a service by weight, in the order in which it was read
 * @param at calls by the namespaces of their ends
 * @param entering by what they lead to: Ingresses, and routes for HTTP of the Gateway API that stand between the outside and the cluster
 * @param guards network policies that select pods by labels alone, by namespace
 * @param workloads by namespace, as it is stated
 * @param findings by their objects
 * @param deliveries tools that release something, by the object that says so
 */
record Links(List<Call> calls, Map<End, Set<End>> callees, Map<End, Set<End>> callers, Map<End, List<Application>> calling,
        Set<End> http, Set<String> httpNamespaces, Map<End, List<Use>> splits,
        Map<String, Set<Call>> at, Map<End, Set<ObjectKey>> entering, Map<String, List<Segmentation>> guards,
        Map<String, List<Workload>> workloads, Map<ObjectKey, List<Finding>> findings,
        Map<ObjectKey, List<Delivery>> deliveries) {

    static final String INGRESS = "Ingress";

    /** Kinds of the Gateway API that carry requests of HTTP; their siblings for TCP and TLS know no headers and no deadlines. */
    private static final Set<String> ROUTES = Set.of("HTTPRoute", "GRPCRoute");

    static Links of(World world, CallGraph graph, List<Finding> findings) {
        List<End> ends = graph.nodes().stream().map(n -> new End(n.namespace(), n.name())).toList();
        List<Call> calls = graph.calls().stream().map(c -> new Call(ends.get(c.from()), ends.get(c.to()))).toList();
        Map<End, Set<End>> callees = new HashMap<>();
        Map<End, Set<End>> callers = new HashMap<>();
        Map<String, Set<Call>> at = new HashMap<>();
        calls.forEach(c -> {
            Stream.of(c.from(), c.to()).forEach(end -> at.computeIfAbsent(end.namespace(), key -> new LinkedHashSet<>()).add(c));
            callees.computeIfAbsent(c.from(), end -> new HashSet<>()).add(c.to());
            callers.computeIfAbsent(c.to(), end -> new HashSet<>()).add(c.from());
        });
        Map<End, List<Application>> calling = new HashMap<>();
        world.applications().counted().forEach(a -> callees.getOrDefault(End.of(a), Set.of())
                .forEach(callee -> calling.computeIfAbsent(callee, end -> new ArrayList<>()).add(a)));
        Set<End> http = graph.nodes().stream().filter(CallGraph.Node::http).map(n -> new End(n.namespace(), n.name())).collect(toSet());
        return new Links(calls, callees, callers, calling, http, http.stream().map(End::namespace).collect(toSet()), splits(world), at,
                entering(world), world.snapshot().policies().segmentation().stream().filter(s -> s.simple() && !s.selector().isEmpty())
                        .collect(groupingBy(s -> s.meta().namespace())),
                world.snapshot().running().workloads().stream().collect(groupingBy(w -> w.meta().namespace())),
                findings.stream().collect(groupingBy(Finding::object)),
                world.snapshot().traffic().deliveries().stream().collect(groupingBy(d -> d.meta().key())));
    }

    private static Map<End, Set<ObjectKey>> entering(World world) {
        Set<ObjectKey> routes = world.snapshot().traffic().routes().stream().filter(r -> r.hop() == Use.Hop.EDGE)
                .map(r -> r.meta().key()).filter(k -> ROUTES.contains(k.kind())).collect(toSet());
        Map<End, Set<ObjectKey>> entering = new HashMap<>();
        world.snapshot().traffic().references().stream().filter(r -> r.kind() == Reference.Kind.SERVICE)
                .filter(r -> r.from().key().kind().equals(INGRESS) || routes.contains(r.from().key()))
                .forEach(r -> entering.computeIfAbsent(new End(r.namespace().isEmpty() ? r.from().namespace() : r.namespace(), r.name()),
                        end -> new TreeSet<>()).add(r.from().key()));
        return entering;
    }

    /** A use concerns what its object belongs to, and what its object names beside it. */
    private static Map<End, List<Use>> splits(World world) {
        Map<ObjectKey, Set<End>> owners = new HashMap<>();
        Map<End, Set<End>> named = new HashMap<>();
        for (Application application : world.applications().counted()) {
            End me = End.of(application);
            named.computeIfAbsent(me, end -> new HashSet<>()).add(me);
            application.workloads().forEach(w -> {
                owners.computeIfAbsent(w.meta().key(), key -> new HashSet<>()).add(me);
                named.computeIfAbsent(new End(me.namespace(), w.meta().name()), end -> new HashSet<>()).add(me);
            });
        }
        Map<ObjectKey, List<Reference>> references =
                world.snapshot().traffic().references().stream().collect(groupingBy(r -> r.from().key()));
        Map<End, List<Use>> splits = new HashMap<>();
        world.snapshot().uses().stream().filter(u -> u.capability().equals("split-weight")).forEach(
                use -> concerned(use, owners, named, references).distinct()
                        .forEach(end -> splits.computeIfAbsent(end, key -> new ArrayList<>()).add(use)));
        return splits;
    }

    private static Stream<End> concerned(Use use, Map<ObjectKey, Set<End>> owners, Map<End, Set<End>> named,
            Map<ObjectKey, List<Reference>> references) {
        return Stream.concat(owners.getOrDefault(use.from().key(), Set.of()).stream(),
                references.getOrDefault(use.from().key(), List.of()).stream()
                        .map(r -> new End(r.from().namespace(), Hosts.firstLabel(r.name())))
                        .flatMap(end -> named.getOrDefault(end, Set.of()).stream()));
    }
}
