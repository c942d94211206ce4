package meshadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.model.Route;
import meshadvisor.model.Route.PathKind;
import meshadvisor.model.Route.Weighting;
import meshadvisor.model.Service;
import meshadvisor.signal.Hosts;

/**
 * A route of a mesh as an HTTPRoute whose parent is the Service that is called, where that is possible without losing anything: weights, paths and methods.
 * Whatever else narrows or changes a request is not in the model in full, so such a route is not written.
 */
record RouteConversion(Ground ground, Route route) {

    /** The HTTPRoute; empty where something would be lost, or where a Service or its port is not known. */
    Optional<Object> written() {
        Optional<Service> parent = name().flatMap(this::service);
        if (parent.isEmpty() || port(parent.get()) == 0 || route.rules().isEmpty()) {
            return Optional.empty();
        }
        List<Object> rules = new ArrayList<>();
        for (Route.Rule rule : route.rules()) {
            Optional<Object> one = rule(rule);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            rules.add(one.get());
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("apiVersion", "gateway.networking.k8s.io/v1");
        tree.put("kind", "HTTPRoute");
        tree.put("metadata", Trees.of("name", route.meta().name(), "namespace", ground.namespace(route.meta().namespace())));
        tree.put("spec", Trees.of("parentRefs",
                List.of(Trees.of("group", "", "kind", "Service", "name", parent.get().meta().name(), "port", port(parent.get()))),
                "rules", rules));
        return Optional.of(tree);
    }

    /** The one host, or the one Service, before which the route stands. */
    private Optional<String> name() {
        List<String> names = new ArrayList<>();
        route.parents().forEach(p -> names.add(p.value()));
        route.hosts().forEach(h -> names.add(h.value()));
        return names.stream().distinct().count() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private Optional<Object> rule(Route.Rule rule) {
        boolean plain = rule.matches().stream().noneMatch(m -> m.narrowed() || m.pathKind() == PathKind.REGEX)
                && !rule.retries().configured() && !rule.backends().isEmpty();
        List<Object> backends = new ArrayList<>();
        for (Route.Backend backend : rule.backends()) {
            Optional<Service> service = service(backend.host().value());
            if (!plain || !backend.subset().isEmpty() || service.isEmpty() || port(service.get()) == 0) {
                return Optional.empty();
            }
            Map<String, Object> one = Trees.of("name", service.get().meta().name(), "port", port(service.get()));
            if (backend.weighting() != Weighting.NONE) {
                one.put("weight", (int) Math.round(backend.weight()));
            }
            backends.add(one);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        List<Object> matches = rule.matches().stream().filter(m -> !m.all()).flatMap(m -> matches(m).stream()).toList();
        if (!matches.isEmpty()) {
            tree.put("matches", matches);
        }
        tree.put("backendRefs", backends);
        return plain ? Optional.of(tree) : Optional.empty();
    }

    private static List<Object> matches(Route.Match match) {
        List<Object> all = new ArrayList<>();
        for (String method : match.methods().isEmpty() ? List.of("") : match.methods()) {
            Map<String, Object> one = new LinkedHashMap<>();
            if (match.pathKind() != PathKind.ANY) {
                one.put("path", Trees.of("type", match.pathKind() == PathKind.EXACT ? "Exact" : "PathPrefix", "value", match.path()));
            }
            if (!method.isEmpty()) {
                one.put("method", method);
            }
            all.add(one);
        }
        return all;
    }

    /** A Service of the route's own namespace; others would need a grant. */
    private Optional<Service> service(String host) {
        String own = route.meta().namespace();
        return Hosts.parts(host).filter(p -> p.namespace().isEmpty() || p.namespace().equals(own))
                .flatMap(p -> ground.world().snapshot().running().services().stream()
                        .filter(s -> s.meta().name().equals(p.name()) && s.meta().namespace().equals(own)).findFirst());
    }

    private static int port(Service service) {
        return service.ports().stream().mapToInt(Service.Port::number).filter(p -> p > 0).findFirst().orElse(0);
    }
}
