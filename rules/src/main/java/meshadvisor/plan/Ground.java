package meshadvisor.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.advice.Advice;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.model.Answers;
import meshadvisor.model.Apart;
import meshadvisor.model.Delivery;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Segmentation;
import meshadvisor.model.Service;
import meshadvisor.model.Use;
import meshadvisor.model.Workload;
import meshadvisor.rule.Condition;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Truth;
import meshadvisor.signal.Application;
import meshadvisor.signal.CallGraph;
import meshadvisor.signal.ClusterSignals;
import meshadvisor.signal.Languages;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/**
 * What a plan stands on.
 *
 * @param findings that are not suppressed
 * @param forecasts of what meshes would add
 * @param stated what people say for the plan alone
 * @param languages of the services, in words; empty where nothing tells them
 * @param links between services, as far as they are known
 */
record Ground(World world, Advice advice, List<Finding> findings, List<Forecast> forecasts, Stated stated, ClusterSignals signals,
        String languages, CallGraph graph, Links links) {

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
        return new Ground(world, advice, findings, forecasts, stated, new ClusterSignals(world),
                String.join(", ", Languages.of(world).keySet()), graph, Links.of(world, graph, findings));
    }

    /** Calls between services, as far as they are known. */
    List<Call> calls() {
        return links.calls();
    }

    /** What calls a service. */
    Set<End> callers(End of) {
        return links.callers().getOrDefault(of, Set.of());
    }

    /** Application services that call one. */
    List<Application> calling(Application application) {
        return links.calling().getOrDefault(End.of(application), List.of());
    }

    /** What a service calls. */
    Set<End> callees(End of) {
        return links.callees().getOrDefault(of, Set.of());
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
        return Stream.concat(callees(me).stream(), callers(me).stream()).map(e -> namespace(e.namespace()) + "/" + e.name())
                .collect(Collectors.toSet());
    }

    /** Whether it calls another one, as far as that is known. */
    boolean callsAnother(Application application) {
        return !callees(End.of(application)).isEmpty();
    }

    /** The object that splits its traffic by weight; empty where manifests show none. */
    String splitBy(Application application) {
        return splits(application).stream().map(u -> u.from().key().toString()).findFirst().orElse("");
    }

    /** The tool that shifts weights by itself when a version is released; empty where they stand in an object that people write. */
    String releasedBy(Application application) {
        return deliveries(application).map(Delivery::tool).findFirst().orElse("");
    }

    /** The object by which a tool releases it, as kubectl takes it. */
    Optional<String> releasing(Application application) {
        return deliveries(application).map(d -> d.meta().key())
                .map(k -> k.kind().toLowerCase(Locale.ROOT) + (k.group().isEmpty() ? "" : "." + k.group()) + "/" + k.name()).findFirst();
    }

    /** Whether a tool releases it by a traffic router that is named, by itself or for all releases of the tool. */
    boolean routed(Application application) {
        boolean all = signals.of("weight-split-routed") instanceof Reading.Flag routed && routed.value()
                && links.deliveries().values().stream().flatMap(List::stream).noneMatch(d -> d.router().given());
        return deliveries(application).anyMatch(d -> all || d.router().given());
    }

    /** Whether the system is so. */
    Truth truth(Condition condition) {
        return condition.test(signals, world.catalogue()::threshold);
    }

    /** Whether people said anything. */
    boolean answered() {
        return !world.answers().equals(Answers.NONE);
    }

    /** Whether anything that the tool is told can stop a release of it. */
    boolean judged(Application application) {
        return deliveries(application).anyMatch(d -> d.steering().judged());
    }

    private List<Use> splits(Application application) {
        return links.splits().getOrDefault(End.of(application), List.of());
    }

    private Stream<Delivery> deliveries(Application application) {
        return splits(application).stream().flatMap(u -> links.deliveries().getOrDefault(u.from().key(), List.of()).stream());
    }

    /** Names of the network policies that select its pods by labels; those that select all pods of a namespace let nobody in by themselves. */
    String guards(Application application) {
        return links.guards().getOrDefault(application.namespace(), List.of()).stream()
                .filter(s -> application.workloads().stream().anyMatch(w -> selects(s, w))).map(s -> s.meta().name()).distinct().sorted()
                .collect(Collectors.joining(", "));
    }

    /** What leads to a Service from outside. */
    Set<ObjectKey> entering(Service service) {
        return links.entering().getOrDefault(new End(service.meta().namespace(), service.meta().name()), Set.of());
    }

    private static boolean selects(Segmentation policy, Workload workload) {
        return policy.selector().entrySet().stream()
                .allMatch(e -> workload.pod().label(e.getKey()).value().equals(e.getValue()));
    }

    /** Whether something asks for HTTP features on the way to it. */
    boolean http(Application application) {
        return links.http().contains(End.of(application));
    }

    /** Whether something asks for HTTP features in its namespace, so that a proxy for HTTP would stand before all that is in it. */
    boolean amongHttp(Application application) {
        return links.httpNamespaces().contains(application.namespace());
    }
}
