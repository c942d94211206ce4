package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import meshadvisor.dialect.Facts;
import meshadvisor.manifest.ServiceNames.Named;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Reference;
import meshadvisor.model.Route;
import meshadvisor.model.Service;
import meshadvisor.model.Use.Hop;

/** Finds calls in routes at the edge: from the gateways that carry the route to the services behind it. */
final class RouteCalls {

    private RouteCalls() {}

    static void find(Facts facts, ServiceNames services, BiConsumer<Service, Edge> calls) {
        IdentityHashMap<Meta, List<ObjectKey>> gateways = new IdentityHashMap<>();
        facts.references.stream().filter(r -> r.kind() == Reference.Kind.GATEWAY || r.kind() == Reference.Kind.PARENT)
                .forEach(r -> gateways.computeIfAbsent(r.from(), k -> new ArrayList<>()).add(gateway(r)));
        for (Route route : facts.routes) {
            if (route.hop() == Hop.EDGE) {
                gateways.getOrDefault(route.meta(), List.of()).stream().distinct().forEach(g -> behind(g, route, services, calls));
            }
        }
    }

    private static ObjectKey gateway(Reference reference) {
        String group = reference.kind() == Reference.Kind.GATEWAY ? "networking.istio.io" : "gateway.networking.k8s.io";
        String namespace = reference.namespace().isEmpty() ? reference.from().namespace() : reference.namespace();
        return new ObjectKey(group, "Gateway", namespace, reference.name());
    }

    private static void behind(ObjectKey gateway, Route route, ServiceNames services, BiConsumer<Service, Edge> calls) {
        for (Route.Backend backend : route.rules().stream().flatMap(r -> r.backends().stream()).toList()) {
            String namespace = backend.namespace().isEmpty() ? route.meta().namespace() : backend.namespace();
            for (Named named : services.of(backend.host().value(), namespace)) {
                calls.accept(named.service(), new Edge(gateway, named.host(), 0,
                        new Evidence(gateway + " sends requests to " + named.host() + " by " + route.meta().key(), backend.place())));
            }
        }
    }
}
