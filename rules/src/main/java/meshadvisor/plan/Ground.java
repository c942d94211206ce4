package meshadvisor.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.advice.Advice;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.model.Apart;
import meshadvisor.model.Delivery;
import meshadvisor.model.Reference;
import meshadvisor.model.Use;
import meshadvisor.rule.Finding;
import meshadvisor.signal.Application;
import meshadvisor.signal.CallGraph;
import meshadvisor.signal.ClusterSignals;
import meshadvisor.signal.Hosts;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/**
 * What a plan stands on.
 *
 * @param findings that are not suppressed
 * @param forecasts of what meshes would add
 * @param stated what people say for the plan alone
 * @param calls between services, as far as they are known
 */
record Ground(World world, Advice advice, List<Finding> findings, List<Forecast> forecasts, Stated stated, ClusterSignals signals,
        CallGraph graph, List<Call> calls) {

    /** Into which everything goes that does not say where. */
    private static final String USUAL_NAMESPACE = "default";

    /** One end of a call. */
    record End(String namespace, String name) {
        static End of(Application application) {
            return new End(application.namespace(), application.name());
        }
    }

    /** A call between two services. */
    record Call(End from, End to) {}

    static Ground of(World world, Advice advice, List<Finding> findings, List<Forecast> forecasts, Stated stated) {
        CallGraph graph = CallGraph.of(world);
        List<End> ends = graph.nodes().stream().map(n -> new End(n.namespace(), n.name())).toList();
        return new Ground(world, advice, findings, forecasts, stated, new ClusterSignals(world), graph,
                graph.calls().stream().map(c -> new Call(ends.get(c.from()), ends.get(c.to()))).toList());
    }

    /** Namespaces of application services, as the cluster calls them. */
    Set<String> namespaces() {
        return world.applications().counted().stream().map(a -> namespace(a.namespace())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the cluster calls it; what is not stated is the usual one. */
    String namespace(String stated) {
        String plain = Apart.plain(stated);
        return plain.isEmpty() ? USUAL_NAMESPACE : plain;
    }

    /** Whether a namespace had to be supposed. */
    boolean supposed() {
        return world.applications().counted().stream().anyMatch(a -> a.namespace().isEmpty());
    }

    /** Namespace and name. */
    String label(Application application) {
        return namespace(application.namespace()) + "/" + application.name();
    }

    /** Labels of what an application calls and of what calls it. */
    Set<String> neighbours(Application application) {
        End me = End.of(application);
        return calls.stream()
                .flatMap(c -> c.from().equals(me) ? Stream.of(c.to()) : c.to().equals(me) ? Stream.of(c.from()) : Stream.of())
                .map(e -> namespace(e.namespace()) + "/" + e.name()).collect(Collectors.toSet());
    }

    /** Whether it calls another one, as far as that is known. */
    boolean callsAnother(Application application) {
        End me = End.of(application);
        return calls.stream().anyMatch(c -> c.from().equals(me));
    }

    /** The object that splits its traffic by weight; empty where manifests show none. */
    String splitBy(Application application) {
        return splits(application).map(u -> u.from().key().toString()).findFirst().orElse("");
    }

    /** The tool that shifts weights by itself when a version is released; empty where they stand in an object that people write. */
    String releasedBy(Application application) {
        return deliveries(application).map(Delivery::tool).findFirst().orElse("");
    }

    /** Whether a tool releases it by a traffic router that is named, by itself or for all releases of the tool. */
    boolean routed(Application application) {
        boolean all = signals.of("weight-split-routed") instanceof Reading.Flag routed && routed.value()
                && world.snapshot().traffic().deliveries().stream().noneMatch(d -> d.router().given());
        return deliveries(application).anyMatch(d -> all || d.router().given());
    }

    private Stream<Use> splits(Application application) {
        return world.snapshot().uses().stream().filter(u -> u.capability().equals("split-weight") && concerns(u, application));
    }

    private Stream<Delivery> deliveries(Application application) {
        return splits(application).flatMap(u -> world.snapshot().traffic().deliveries().stream()
                .filter(d -> d.meta().key().equals(u.from().key())));
    }

    private boolean concerns(Use use, Application application) {
        return application.workloads().stream().anyMatch(w -> w.meta().key().equals(use.from().key()))
                || world.snapshot().traffic().references().stream().filter(r -> r.from().key().equals(use.from().key()))
                        .anyMatch(r -> names(r, application));
    }

    private static boolean names(Reference reference, Application application) {
        String host = Hosts.firstLabel(reference.name());
        return reference.from().namespace().equals(application.namespace()) && (host.equals(application.name())
                || application.workloads().stream().anyMatch(w -> w.meta().name().equals(host)));
    }

    /** Whether something asks for HTTP features on the way to it. */
    boolean http(Application application) {
        return graph.nodes().stream()
                .anyMatch(n -> n.http() && n.namespace().equals(application.namespace()) && n.name().equals(application.name()));
    }

    /** Whether something asks for HTTP features in its namespace, so that a proxy for HTTP would stand before all that is in it. */
    boolean amongHttp(Application application) {
        return graph.nodes().stream().anyMatch(n -> n.http() && n.namespace().equals(application.namespace()));
    }
}
