package meshadvisor.plan.convert;

import java.util.Collections;
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
import meshadvisor.signal.Hosts;
import meshadvisor.signal.Protocols;

/**
 * The Services that conversions lead to.
 *
 * @param namespaces what the cluster calls a namespace that an object states
 */
record Cluster(ClusterSnapshot snapshot, UnaryOperator<String> namespaces, Names names) {

    private static final Set<String> DATAGRAMS = Set.of("udp", "sctp");

    Cluster(ClusterSnapshot snapshot, UnaryOperator<String> namespaces) {
        this(snapshot, namespaces, new Names());
        snapshot.definitions().forEach(d -> names.take(d.key().kind(), namespace(d), d.name()));
    }

    String namespace(Meta meta) {
        return namespaces.apply(meta.namespace());
    }

    /** The Service that a host means where it is used; empty for what is outside, for patterns, and for Services that were not seen. */
    Optional<Service> service(String host, String usedIn) {
        return Hosts.parts(host).flatMap(p -> snapshot.running().services().stream().filter(s -> s.meta().name().equals(p.name())
                && namespace(s.meta()).equals(p.namespace().isEmpty() ? usedIn : namespaces.apply(p.namespace()))).findFirst());
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
        for (Provision provision : snapshot.traffic().provisions()) {
            if (provision.kind() == Reference.Kind.SUBSET && service(provision.name(), namespace(provision.from()))
                    .filter(s -> s.meta().key().equals(service.meta().key())).isPresent() && provision.subsetLabels().containsKey(subset)) {
                return provision.subsetLabels().getOrDefault(subset, Map.of());
            }
        }
        return Map.of();
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
