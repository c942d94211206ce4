package meshadvisor.plan.convert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Meta;
import meshadvisor.model.Provision;
import meshadvisor.model.Reference;
import meshadvisor.model.Service;
import meshadvisor.model.Workload;
import meshadvisor.signal.Hosts;
import meshadvisor.signal.Protocols;

/** What conversions lead to, by namespace and by name, so that a host costs one look whatever the size of the cluster. */
final class Cluster {

    private static final Set<String> DATAGRAMS = Set.of("udp", "sctp");

    private final UnaryOperator<String> namespaces;
    private final Names names = new Names();
    private final Map<String, List<Service>> services;
    private final Map<String, List<Workload>> workloads;
    private final Map<Named, Service> byName = new HashMap<>();
    private final Map<Subset, Map<String, String>> subsets = new HashMap<>();

    private final Set<Named> gateways;

    private record Named(String namespace, String name) {}

    private record Subset(Named service, String name) {}

    /**
     * Of a snapshot.
     *
     * @param namespaces what the cluster calls a namespace that an object states
     */
    Cluster(ClusterSnapshot snapshot, UnaryOperator<String> namespaces) {
        this.namespaces = namespaces;
        snapshot.definitions().forEach(d -> names.take(d.key().kind(), namespace(d), d.name()));
        this.gateways = snapshot.definitions().stream()
                .filter(d -> d.key().kind().equals("Gateway") && d.key().group().equals("gateway.networking.k8s.io"))
                .map(d -> new Named(namespace(d), d.name())).collect(toSet());
        this.services = snapshot.running().services().stream().collect(groupingBy(s -> namespace(s.meta())));
        this.workloads = snapshot.running().workloads().stream().collect(groupingBy(w -> namespace(w.meta())));
        snapshot.running().services().forEach(s -> byName.putIfAbsent(named(s), s));
        snapshot.traffic().provisions().stream().filter(p -> p.kind() == Reference.Kind.SUBSET).forEach(this::define);
    }

    private void define(Provision provision) {
        service(provision.name(), namespace(provision.from())).map(this::named).ifPresent(
                service -> provision.subsetLabels().forEach((name, labels) -> subsets.putIfAbsent(new Subset(service, name), labels)));
    }

    private Named named(Service service) {
        return new Named(namespace(service.meta()), service.meta().name());
    }

    String namespace(Meta meta) {
        return namespaces.apply(meta.namespace());
    }

    /** Names that objects have, so that new ones get others. */
    Names names() {
        return names;
    }

    /** Whether there is a Gateway of the Gateway API with that name. */
    boolean gateway(String namespace, String name) {
        return gateways.contains(new Named(namespace, name));
    }

    List<Service> services(String namespace) {
        return services.getOrDefault(namespace, List.of());
    }

    List<Workload> workloads(String namespace) {
        return workloads.getOrDefault(namespace, List.of());
    }

    /** The Service that a host means where it is used; empty for what is outside, for patterns, and for Services that were not seen. */
    Optional<Service> service(String host, String usedIn) {
        return Hosts.parts(host).map(p -> new Named(p.namespace().isEmpty() ? usedIn : namespaces.apply(p.namespace()), p.name()))
                .map(byName::get);
    }

    /** Numbers of the ports at which it may be called over HTTP; all where names say that there is none. */
    static List<Integer> ports(Service service) {
        List<Integer> http = service.ports().stream().filter(p -> p.number() > 0 && http(p)).map(Service.Port::number).distinct().toList();
        return http.isEmpty() ? service.ports().stream().map(Service.Port::number).filter(n -> n > 0).distinct().toList() : http;
    }

    private static boolean http(Service.Port port) {
        String protocol = Protocols.of(port);
        return !DATAGRAMS.contains(protocol) && !Protocols.isClosed(protocol);
    }

    /** Labels of a subset of a Service; empty where nothing defines it, or it has none. */
    Map<String, String> subset(Service service, String subset) {
        return subsets.getOrDefault(new Subset(named(service), subset), Map.of());
    }

    /** What a Service for pods with more labels selects; empty where there are none, they contradict the Service, or it selects by none. */
    static Map<String, String> narrowed(Service service, Map<String, String> labels) {
        boolean contradict =
                labels.entrySet().stream().anyMatch(l -> !service.selector().getOrDefault(l.getKey(), l.getValue()).equals(l.getValue()));
        if (contradict || labels.isEmpty() || service.selector().isEmpty()) {
            return Map.of();
        }
        Map<String, String> all = new TreeMap<>(service.selector());
        all.putAll(labels);
        return Collections.unmodifiableMap(all);
    }

    /** A Service for some pods of another one, at the same ports. */
    static Map<String, Object> service(Service of, String namespace, String name, Map<String, String> selector) {
        Map<String, Object> tree = Tree.object("v1", "Service", namespace, name);
        tree.put("spec",
                Tree.of("selector", selector, "ports", of.ports().stream().filter(p -> p.number() > 0).map(Cluster::port).toList()));
        return tree;
    }

    private static Map<String, Object> port(Service.Port port) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!port.name().isEmpty()) {
            tree.put("name", port.name());
        }
        tree.put("port", port.number());
        if (!port.target().isEmpty()) {
            tree.put("targetPort", port.target().matches("\\d{1,5}") ? (Object) Integer.valueOf(port.target()) : port.target());
        }
        if (!port.transport().equals("TCP")) {
            tree.put("protocol", port.transport());
        }
        if (!port.appProtocol().isEmpty()) {
            tree.put("appProtocol", port.appProtocol());
        }
        return tree;
    }
}
