package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import meshadvisor.model.Answers;
import meshadvisor.model.Observed;
import meshadvisor.model.Observed.Encryption;
import meshadvisor.support.Flows;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;

/** Who calls whom, and how many pods there are. */
class CallGraphTest {

    private static String service(String namespace, String name) {
        return """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %2$s, namespace: %1$s}
                spec: {selector: {app: %2$s}, ports: [{name: http, port: 80}]}
                """.formatted(namespace, name);
    }

    private static String workload(String kind, String namespace, String name, String calls, String more) {
        return """
                ---
                apiVersion: apps/v1
                kind: %1$s
                metadata: {name: %3$s, namespace: %2$s}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: %3$s}}
                  template:
                    metadata: {labels: {app: %3$s}}
                    spec: {%5$s containers: [{name: %3$s, image: shop/%3$s, env: [{name: NEXT, value: "%4$s"}]}]}
                """.formatted(kind, namespace, name, calls, more);
    }

    private static String both(String namespace, String name, String calls) {
        return service(namespace, name) + workload("Deployment", namespace, name, calls, "");
    }

    private static final String SHOP = both("shop", "web", "http://cart") + both("shop", "cart", "http://stock.store.svc:80")
            + both("store", "stock", "http://api.example.com") + workload("Deployment", "shop", "worker", "http://cart", "");

    private static List<String> calls(CallGraph graph) {
        return graph.calls().stream().map(c -> graph.nodes().get(c.from()).label() + " > " + graph.nodes().get(c.to()).label()).toList();
    }

    @Test
    void calls_are_found_across_namespaces_and_from_workloads_that_nobody_calls() {
        assertThat(calls(CallGraph.of(Scan.of(SHOP).world()))).containsExactlyInAnyOrder("shop/web > shop/cart", "shop/cart > store/stock",
                "shop/worker > shop/cart");
    }

    @Test
    void a_service_that_is_called_twice_is_called_once_and_one_that_calls_itself_not_at_all() {
        String twice = both("shop", "web", "http://cart http://cart.shop") + both("shop", "cart", "http://cart");
        assertThat(calls(CallGraph.of(Scan.of(twice).world()))).containsExactly("shop/web > shop/cart");
    }

    @Test
    void observed_requests_are_counted_between_services_and_from_outside_apart() {
        Observed observed = Flows.NONE.with("shop/web", "shop/cart", Encryption.PLAINTEXT, 30)
                .with("shop/cart", "store/stock", Encryption.PLAINTEXT, 12).with("", "shop/web", Encryption.PLAINTEXT, 50)
                .with("shop/web", "elsewhere/thing", Encryption.PLAINTEXT, 99).uncounted("shop/cart", "shop/web", Encryption.PLAINTEXT)
                .observed();
        CallGraph graph = CallGraph.of(World.of(Scan.of(SHOP).snapshot().with(observed, List.of()), Knowledge.CATALOGUE, Answers.NONE));
        assertThat(graph.requests()).isCloseTo(42, within(1e-9));
        assertThat(graph.entering()).isCloseTo(50, within(1e-9));
        assertThat(calls(graph)).contains("shop/cart > shop/web");
    }

    @Test
    void a_need_that_only_http_meets_touches_every_service_and_mutual_tls_none() {
        CallGraph resilience = CallGraph.of(Scan.of(SHOP).with(Answers.NONE.withNeed("resilience", "yes")).world());
        assertThat(resilience.httpNamespaces()).containsExactly("shop", "store");
        assertThat(CallGraph.of(Scan.of(SHOP).with(Answers.NONE.withNeed("mtls", "yes")).world()).httpNamespaces()).isEmpty();
        assertThat(CallGraph.of(Scan.of(SHOP).with(Answers.NONE.withNeed("resilience", "no")).world()).httpNamespaces()).isEmpty();
    }

    @Test
    void a_route_touches_the_service_that_it_leads_to() {
        String routed = SHOP + """
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: cart, namespace: shop}
                spec:
                  parentRefs: [{group: "", kind: Service, name: cart}]
                  rules: [{timeouts: {request: 2s}, backendRefs: [{name: cart, port: 80}]}]
                """;
        CallGraph graph = CallGraph.of(Scan.of(routed).world());
        assertThat(graph.nodes().stream().filter(CallGraph.Node::http).map(CallGraph.Node::label)).containsExactly("shop/cart");
        assertThat(HttpNeeds.of(Scan.of(routed).world()).known()).isTrue();
    }

    @Test
    void pods_that_a_mesh_could_take_in_are_counted_and_others_are_not() {
        String all =
                SHOP + workload("DaemonSet", "shop", "agent", "", "") + workload("Deployment", "shop", "probe", "", "hostNetwork: true,")
                        + workload("Deployment", "kube-system", "dns", "", "");
        Population population = Population.of(Scan.of(all).world());
        assertThat(population.pods()).isEqualTo(new Population.Pods(8, 8, 8));
        assertThat(population.daemons()).isEqualTo(1);
        assertThat(population.nodes()).isEmpty();
        assertThat(population.members()).isEmpty();
    }

    @Test
    void gateways_belong_to_the_mesh_that_has_their_class_and_waypoints_are_none() {
        String gateways = SHOP + gateway("edge", "istio") + gateway("way", "istio-waypoint") + gateway("other", "nginx");
        Population population = Population.of(Scan.of(gateways).world());
        assertThat(population.gatewaysOf(Knowledge.CATALOGUE.marks("istio").orElseThrow().marks())).isEqualTo(1);
        assertThat(population.gatewaysOf(Knowledge.CATALOGUE.marks("linkerd").orElseThrow().marks())).isZero();
    }

    private static String gateway(String name, String of) {
        return """
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: %s, namespace: shop}
                spec: {gatewayClassName: %s, listeners: [{name: http, port: 80, protocol: HTTP}]}
                """.formatted(name, of);
    }
}
