package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallsTest {

    @TempDir
    private Path folder;

    private Scan web(String container) {
        return Scan.in(folder).with("shop.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: cart, namespace: shop}
                spec: {selector: {app: cart}, ports: [{port: 7070}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec: {selector: {app: web}, ports: [{port: 80}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: redis}
                spec: {clusterIP: None, selector: {app: redis}, ports: [{port: 6379}]}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: addresses, namespace: shop}
                data: {CART_ADDR: "cart:7070", REDIS_ADDR: "redis:6379"}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: addresses, namespace: elsewhere}
                data: {CART_ADDR: "web:80"}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: front, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                      - name: front
                %s
                """.formatted(container.indent(8))).read();
    }

    @Test
    void variables_and_arguments_name_services() {
        Scan scan = web("""
                env: [{name: CART_ADDR, value: "cart:7070"}]
                args: [--redis-host, redis, "--again=http://cart.shop:7070"]
                """);
        assertThat(scan.calls()).containsExactly("front -> cart:7070", "front -> redis");
        assertThat(scan.whyCalls()).containsExactly("front names cart in CART_ADDR (shop.yaml:35:40)",
                "front names redis in an argument (shop.yaml:36:30)");
    }

    @Test
    void a_config_map_gives_all_its_variables_or_one() {
        assertThat(web("envFrom: [{configMapRef: {name: addresses}}]").calls()).containsExactly("front -> cart:7070",
                "front -> redis:6379");
        assertThat(web("env: [{name: X, valueFrom: {configMapKeyRef: {name: addresses, key: REDIS_ADDR}}}]").calls())
                .containsExactly("front -> redis:6379");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{name: SELF_URL, value: 'http://web:80'}", "{name: NAME, value: cart}", "{name: OTEL_SERVICE_NAME, value: cart}",
                    "{name: IMAGE, value: 'redis:7'}", "{name: CART_URL, value: 'https://cart.com'}",
                    "{name: CART_URL, value: 'http://cart.other:7070'}",
                    "{name: URL, value: 'http://cart.example.org'}", "{name: TEXT, value: 'put it into the cart of redis'}",
                    "{name: CART_HOST, value: unknown}", "{name: CART_URL, value: 'http://pod-0.cart:7070'}", "{name: CART_HOST}"})
    void these_are_no_calls(String variable) {
        assertThat(web("env: [" + variable + "]").calls()).isEmpty();
    }

    @Test
    void a_pod_behind_a_headless_service_is_that_service() {
        assertThat(web("env: [{name: REDIS_HOST, value: redis-0.redis}]").calls()).containsExactly("front -> redis");
        assertThat(web("env: [{name: URL, value: 'redis://redis-1.redis.shop.svc:6379'}]").calls())
                .containsExactly("front -> redis.shop.svc:6379");
    }

    @Test
    void a_service_is_called_once_however_it_is_named() {
        assertThat(web("env: [{name: A_URL, value: 'http://cart:7070/a'}, {name: B_URL, value: 'http://cart.shop:7070/b'}]").calls())
                .containsExactly("front -> cart:7070");
    }

    @Test
    void a_service_that_a_delivery_tool_makes_is_called_by_its_name() {
        Scan scan = Scan.in(folder).with("shop.yaml", """
                apiVersion: flagger.app/v1beta1
                kind: Canary
                metadata: {name: cart, namespace: shop}
                spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}, service: {name: basket, port: 80}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: front, namespace: shop}
                spec: {template: {spec: {containers: [{name: front, env: [{name: BASKET_URL, value: "http://basket/items"}]}]}}}
                """).read();
        assertThat(scan.calls()).containsExactly("front -> basket");
    }

    @Test
    void a_policy_that_lets_an_account_in_knows_of_the_call() {
        Scan scan = Scan.in(folder).with("shop.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: cart, namespace: shop}
                spec: {selector: {app: cart}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart, namespace: shop}
                spec: {template: {metadata: {labels: {app: cart}}, spec: {serviceAccountName: cart}}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec: {template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: web}}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: other}
                spec: {template: {metadata: {labels: {app: web}}, spec: {serviceAccountName: web}}}
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: cart, namespace: shop}
                spec:
                  selector: {matchLabels: {app: cart}}
                  rules:
                  - from:
                    - source:
                        principals: [cluster.local/ns/shop/sa/web, cluster.local/ns/shop/sa/cart, cluster.local/ns/*/sa/web]
                        namespaces: [other]
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: refuse, namespace: shop}
                spec:
                  action: DENY
                  selector: {matchLabels: {app: cart}}
                  rules: [{from: [{source: {principals: [cluster.local/ns/other/sa/web]}}]}]
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: everywhere, namespace: shop}
                spec:
                  rules: [{from: [{source: {principals: [cluster.local/ns/other/sa/web]}}]}]
                """).read();
        assertThat(scan.calls()).containsExactly("web -> cart.shop");
        assertThat(scan.whyCalls()).containsExactly("AuthorizationPolicy shop/cart lets web call cart (shop.yaml:29:22)");
    }

    @Test
    void a_route_at_the_edge_calls_for_its_gateway() {
        Scan scan = Scan.in(folder).with("shop.yaml", """
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: edge, namespace: shop}
                spec:
                  hosts: ["shop.example.org"]
                  gateways: [istio-system/public]
                  http:
                  - route: [{destination: {host: web}}, {destination: {host: nobody}}]
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: inside, namespace: shop}
                spec:
                  hosts: [web]
                  http:
                  - route: [{destination: {host: web}}]
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: edge, namespace: infra}
                spec:
                  parentRefs: [{name: shared}]
                  rules: [{backendRefs: [{name: web, namespace: shop}]}]
                """).read();
        assertThat(scan.calls()).containsExactly("public -> web", "shared -> web");
        assertThat(scan.whyCalls()).first()
                .isEqualTo("Gateway istio-system/public sends requests to web by VirtualService shop/edge (shop.yaml:12:13)");
    }
}
