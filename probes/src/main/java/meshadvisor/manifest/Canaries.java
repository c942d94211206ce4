package meshadvisor.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Facts.IngressBackend;
import meshadvisor.model.Place;
import meshadvisor.model.Route;
import meshadvisor.model.Text;
import meshadvisor.model.Use;

/** Joins the Ingress of a canary with the one whose requests it shares, so that both backends are seen as versions of one service. */
final class Canaries {

    private record Requests(String namespace, String host, String path) {
        static Requests of(IngressBackend backend) {
            return new Requests(backend.ingress().namespace(), backend.host(), backend.path());
        }
    }

    private Canaries() {}

    static void find(Facts facts) {
        if (facts.ingressBackends.stream().noneMatch(IngressBackend::canary)) {
            return;
        }
        Map<Requests, IngressBackend> stable = new HashMap<>();
        facts.ingressBackends.stream().filter(b -> !b.canary()).forEach(b -> stable.putIfAbsent(Requests.of(b), b));
        for (IngressBackend canary : facts.ingressBackends) {
            IngressBackend main = canary.canary() ? stable.get(Requests.of(canary)) : null;
            if (main != null) {
                facts.routes.add(route(main, canary));
            }
        }
    }

    private static Route route(IngressBackend main, IngressBackend canary) {
        Place place = canary.service().place();
        Route.Rule rule = new Route.Rule(place, "", Route.Order.MOST_SPECIFIC, List.of(),
                List.of(backend(main.service()), backend(canary.service())), Route.Retries.NONE);
        List<Text> hosts = canary.host().isEmpty() ? List.of() : List.of(new Text(canary.host(), place));
        return new Route(canary.ingress(), "nginx", Use.Hop.EDGE, hosts, List.of(main.service()), List.of(rule));
    }

    private static Route.Backend backend(Text service) {
        return new Route.Backend(service, "", "", 0, Route.Weighting.NONE, service.place());
    }
}
