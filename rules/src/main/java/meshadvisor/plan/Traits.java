package meshadvisor.plan;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Segmentation;
import meshadvisor.model.Service;
import meshadvisor.model.Workload;
import meshadvisor.plan.book.Weight.Trait;
import meshadvisor.rule.Severity;
import meshadvisor.signal.Application;
import meshadvisor.signal.Protocols;

/**
 * What is counted of something that moves.
 *
 * @param whole whether whole namespaces move, with all that is in them
 * @param ends what moves
 * @param namespaces in which it is
 */
record Traits(Ground ground, List<Application> applications, boolean whole, Set<Ground.End> ends, Set<String> namespaces) {

    Traits(Ground ground, List<Application> applications, boolean whole) {
        this(ground, applications, whole, applications.stream().map(Ground.End::of).collect(toSet()),
                applications.stream().map(Application::namespace).collect(toSet()));
    }

    int count(Trait trait) {
        return beyond(trait, end -> false);
    }

    /**
     * The same, of which only those are outside who do not count as moved.
     *
     * @param moved who has moved by then, or has nothing to do with it
     */
    int beyond(Trait trait, Predicate<Ground.End> moved) {
        return (int) switch (trait) {
            case ERROR_FINDINGS -> findings(Severity.ERROR);
            case WARNING_FINDINGS -> findings(Severity.WARNING);
            case CALLERS_OUTSIDE ->
                    calls().filter(c -> mine(c.to()) && !mine(c.from()) && !moved.test(c.from())).map(Ground.Call::from).distinct()
                            .count();
            case CALLED_OUTSIDE ->
                    calls().filter(c -> mine(c.from()) && !mine(c.to()) && !moved.test(c.to())).map(Ground.Call::to).distinct()
                            .count();
            case CALLS_INSIDE -> calls().filter(c -> mine(c.from()) && mine(c.to())).count();
            case JOBS -> whole ? inNamespaces().filter(Workload::ends).map(w -> w.meta().key()).distinct().count() : 0;
            case STATEFUL -> workloads().filter(w -> w.kind().equals("StatefulSet")).count();
            case HOST_NETWORK -> workloads().filter(w -> w.pod().hostNetwork().value().equals("true")).count();
            case UNDECLARED_PORTS -> ports().filter(p -> Protocols.of(p).equals(Protocols.UNDECLARED)).count();
            case UDP_PORTS -> ports().filter(p -> p.transport().equals("UDP")).count();
            case SINGLE_PODS -> workloads().filter(w -> w.kind().equals("Deployment") && w.replicas() == 1).count();
            case NETWORK_POLICIES -> ground.world().snapshot().policies().segmentation().stream().filter(this::selected).count();
            case ENTRANCES -> services().filter(this::entrance).count();
            case HTTP_SERVICES -> applications.stream().filter(ground::http).count();
            case PODS -> workloads().mapToInt(Workload::replicas).sum();
        };
    }

    /** Those with an end in what moves. */
    private Stream<Ground.Call> calls() {
        return (whole ? namespaces.stream().flatMap(n -> ground.links().at().getOrDefault(n, Set.of()).stream())
                : ends.stream().flatMap(end -> Stream.concat(ground.callees(end).stream().map(to -> new Ground.Call(end, to)),
                        ground.callers(end).stream().map(from -> new Ground.Call(from, end)))))
                .distinct();
    }

    /** Whether it is among what moves. */
    boolean mine(Ground.End end) {
        return whole ? namespaces.contains(end.namespace()) : ends.contains(end);
    }

    private long findings(Severity severity) {
        Set<ObjectKey> keys = new HashSet<>();
        workloads().forEach(w -> keys.add(w.meta().key()));
        services().forEach(s -> keys.add(s.meta().key()));
        return (whole ? ground.links().findings().keySet().stream()
                .filter(o -> o.namespace().isEmpty() ? keys.contains(o) : namespaces.contains(o.namespace())) : keys.stream())
                .flatMap(o -> ground.links().findings().getOrDefault(o, List.of()).stream()).filter(f -> f.severity() == severity).count();
    }

    /** Where a namespace moves each policy in it counts; where a service does, those that select its pods or may. */
    private boolean selected(Segmentation policy) {
        return namespaces.contains(policy.meta().namespace()) && (whole || !policy.simple()
                || applications.stream().flatMap(a -> a.workloads().stream()).anyMatch(w -> policy.selector().entrySet().stream()
                        .allMatch(label -> w.pod().label(label.getKey()).value().equals(label.getValue()))));
    }

    private Stream<Workload> inNamespaces() {
        return namespaces.stream().flatMap(n -> ground.links().workloads().getOrDefault(n, List.of()).stream());
    }

    /** Each once, whatever the number of its definitions. */
    private Stream<Workload> workloads() {
        Set<ObjectKey> seen = new HashSet<>();
        return (whole ? inNamespaces().filter(w -> !w.ends()) : applications.stream().flatMap(a -> a.workloads().stream()))
                .filter(w -> seen.add(w.meta().key()));
    }

    private Stream<Service> services() {
        return applications.stream().flatMap(a -> a.services().stream());
    }

    private Stream<Service.Port> ports() {
        return services().flatMap(s -> s.ports().stream());
    }

    private boolean entrance(Service service) {
        return service.type().equals("LoadBalancer") || service.type().equals("NodePort")
                || ground.entering(service).stream().anyMatch(o -> o.kind().equals(Links.INGRESS));
    }
}
