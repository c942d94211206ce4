package meshadvisor.signal;

import static meshadvisor.signal.Small.deployment;
import static meshadvisor.signal.Small.selecting;
import static meshadvisor.signal.Small.service;
import static meshadvisor.signal.Small.workload;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountingTest {

    private static final String CART = "registry.example/cart:1";

    @Test
    void versions_of_one_service_count_once() {
        Small system = Small.of(workload("apps/v1", "Deployment", "reviews-v1", CART, "app: reviews, version: v1"),
                workload("apps/v1", "Deployment", "reviews-v2", CART, "app: reviews, version: v2"), service("reviews", "reviews"));
        assertThat(system.counted()).containsExactly("reviews");
    }

    @Test
    void versions_with_services_of_their_own_beside_the_common_one_count_once() {
        Small system =
                Small.of(workload("apps/v1", "Deployment", "reviews-v1", "registry.example/reviews-v1:1", "app: reviews, version: v1"),
                        workload("apps/v1", "Deployment", "reviews-v2", "registry.example/reviews-v2:1", "app: reviews, version: v2"),
                        service("reviews", "reviews"), selecting("reviews-v1", "app: reviews, version: v1", 80),
                        selecting("reviews-v2", "app: reviews, version: v2", 80));
        assertThat(system.counted()).containsExactly("reviews");
    }

    @Test
    void a_second_service_of_one_workload_does_not_count() {
        Small system = Small.of(deployment("cart", CART), service("cart", "cart"), selecting("cart-metrics", "app: cart", 9090),
                "{apiVersion: v1, kind: Service, metadata: {name: cart-peers, namespace: shop}, "
                        + "spec: {clusterIP: None, selector: {app: cart}, ports: [{port: 80}]}}");
        assertThat(system.counted()).containsExactly("cart");
    }

    @Test
    void an_umbrella_over_different_programs_does_not_count_and_does_not_join_them() {
        Small system = Small.of(workload("apps/v1", "Deployment", "cart", CART, "app: cart, part-of: shop"),
                workload("apps/v1", "Deployment", "orders", "registry.example/orders:1", "app: orders, part-of: shop"),
                service("cart", "cart"), service("orders", "orders"), selecting("all", "part-of: shop", 9090));
        assertThat(system.counted()).containsExactly("cart", "orders");
        assertThat(system.leftOut()).contains("Service all: it spans programs that have Services of their own");
    }

    @Test
    void programs_of_one_image_under_an_umbrella_are_told_apart_by_the_names_in_their_labels() {
        Small system = Small.of(workload("apps/v1", "Deployment", "web", CART, "app: web, part-of: shop"),
                workload("apps/v1", "Deployment", "worker", CART, "app: worker, part-of: shop"), service("web", "web"),
                service("worker", "worker"), selecting("metrics", "part-of: shop", 9090));
        assertThat(system.counted()).containsExactly("web", "worker");
    }

    @Test
    void an_umbrella_counts_for_the_program_that_has_no_service_of_its_own() {
        Small system = Small.of(workload("apps/v1", "Deployment", "cart", CART, "app: cart, part-of: shop"),
                workload("apps/v1", "Deployment", "orders", "registry.example/orders:1", "app: orders, part-of: shop"),
                service("cart", "cart"), selecting("all", "part-of: shop", 9090));
        assertThat(system.counted()).containsExactly("all", "cart");
    }

    @Test
    void the_apex_of_a_split_and_its_backends_count_once_under_the_name_of_the_apex() {
        Small system = Small.of(deployment("cart-blue", CART), deployment("cart-green", CART), service("cart-blue", "cart-blue"),
                service("cart-green", "cart-green"), service("cart", "cart-blue"),
                "{apiVersion: split.smi-spec.io/v1alpha2, kind: TrafficSplit, metadata: {name: cart, namespace: shop}, spec: {service: cart, "
                        + "backends: [{service: cart-blue, weight: 90}, {service: cart-green, weight: 10}]}}");
        assertThat(system.counted()).containsExactly("cart");
    }

    @Test
    void the_apex_of_a_split_need_not_select_anything() {
        Small system = Small.of(deployment("cart-blue", CART), deployment("cart-green", CART), service("cart-blue", "cart-blue"),
                service("cart-green", "cart-green"), service("cart", "cart"),
                "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: cart, namespace: shop}, spec: "
                        + "{parentRefs: [{kind: Service, group: '', name: cart}], "
                        + "rules: [{backendRefs: [{name: cart-blue, weight: 9}, {name: cart-green, weight: 1}]}]}}");
        assertThat(system.counted()).containsExactly("cart");
        assertThat(system.leftOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{apiVersion: flagger.app/v1beta1, kind: Canary, metadata: {name: cart, namespace: shop}, "
                    + "spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}, service: {port: 80}}}",
            "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: roll, namespace: shop}, "
                    + "spec: {workloadRef: {apiVersion: apps/v1, kind: Deployment, name: cart}}}"})
    void a_workload_that_a_delivery_tool_names_counts_without_a_service(String delivery) {
        assertThat(Small.of(deployment("cart", CART), delivery).counted()).contains("cart");
        assertThat(Small.of(deployment("cart", CART)).counted()).isEmpty();
    }

    @Test
    void a_service_beside_what_a_delivery_tool_names_counts_once() {
        Small system = Small.of(deployment("cart", CART), service("cart", "cart"),
                "{apiVersion: flagger.app/v1beta1, kind: Canary, metadata: {name: cart, namespace: shop}, "
                        + "spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}, service: {port: 80}}}");
        assertThat(system.counted()).containsExactly("cart");
    }

    @Test
    void what_flagger_makes_in_a_running_cluster_counts_once_with_its_target() {
        String canary = """
                apiVersion: flagger.app/v1beta1
                kind: Canary
                metadata: {name: release-of-cart, namespace: shop}
                spec: {targetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}, service: {port: 80}}
                """;
        Small live = Small.of(canary, deployment("cart", CART), deployment("cart-primary", CART), service("cart", "cart-primary"),
                service("cart-canary", "cart"), service("cart-primary", "cart-primary"));
        assertThat(live.counted()).containsExactly("cart");
        assertThat(live.leftOut()).isEmpty();
        Small noServices = Small.of(canary, deployment("cart", CART), deployment("cart-primary", CART));
        assertThat(noServices.counted()).containsExactly("cart");
        assertThat(noServices.leftOut())
                .isEqualTo("Deployment cart-primary: flagger release-of-cart has it as a version of what counts");
        assertThat(Small.of(deployment("cart", CART), deployment("cart-primary", CART), service("cart", "cart"),
                service("cart-primary", "cart-primary")).counted()).containsExactly("cart", "cart-primary");
    }

    @Test
    void a_rollout_counts_in_a_running_cluster_where_its_services_select_one_version() {
        String version = "app: cart, rollouts-pod-template-hash: 7d9f";
        Small live = Small.of(
                "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: cart, namespace: shop}, spec: {template: {metadata: "
                        + "{labels: {app: cart}}, spec: {containers: [{name: main, image: 'registry.example/cart:1'}]}}, "
                        + "strategy: {canary: {canaryService: cart-canary, stableService: cart}}}}",
                selecting("cart", version, 80), selecting("cart-canary", version, 80));
        assertThat(live.counted()).containsExactly("cart");
        assertThat(live.leftOut()).isEmpty();
    }

    @Test
    void a_rollout_with_a_stable_and_a_canary_service_counts_once() {
        Small system = Small.of(
                "{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: cart, namespace: shop}, spec: {template: {metadata: "
                        + "{labels: {app: cart}}, spec: {containers: [{name: main, image: 'registry.example/cart:1'}]}}, "
                        + "strategy: {canary: {canaryService: cart-canary, stableService: cart}}}}",
                service("cart", "cart"), service("cart-canary", "cart"));
        assertThat(system.counted()).containsExactly("cart");
    }

    @ParameterizedTest
    @CsvSource({"postgres:17,5432", "registry.example/mirror/mysql:8,3306", "bitnami/redis:7,6379", "confluentinc/cp-kafka:7.5.0,9092",
            "registry.example/shop/orders-db:2,5432", "grafana/grafana:11.0.0,3000", "docker.io/istio/pilot:1.29.2,15010",
            "locustio/locust:2.20,8089", "quay.io/prometheus/node-exporter:v1.9.0,9100"})
    void what_an_image_identifies_does_not_count(String image, int port) {
        Small system = Small.of(deployment("thing", image), selecting("thing", "app: thing", port), deployment("cart", CART),
                service("cart", "cart"));
        assertThat(system.counted()).containsExactly("cart");
        assertThat(system.leftOut()).contains("Service thing: the image " + image + " is ");
    }

    @ParameterizedTest
    @CsvSource({"registry.example/shop/orders-db:2,8080", "registry.example/redis-admin:1,8080", "registry.example/kafka-consumer:3,8080",
            "registry.example/postgres-api:1,80", "registry.example/web:1,5432"})
    void an_image_that_only_sounds_like_a_datastore_counts(String image, int port) {
        assertThat(Small.of(deployment("thing", image), selecting("thing", "app: thing", port)).counted()).containsExactly("thing");
    }

    @Test
    void a_proxy_for_tls_or_a_sidecar_of_a_mesh_beside_the_program_does_not_hide_it() {
        Small system =
                Small.of("{apiVersion: apps/v1, kind: Deployment, metadata: {name: cart, namespace: shop}, spec: {template: {metadata: "
                        + "{labels: {app: cart}}, spec: {containers: [{name: main, image: 'registry.example/cart:1'}, "
                        + "{name: istio-proxy, image: 'docker.io/istio/proxyv2:1.29.2'}]}}}}", service("cart", "cart"));
        assertThat(system.counted()).containsExactly("cart");
    }

    @Test
    void jobs_and_bare_pods_do_not_count() {
        Small system = Small.of(workload("batch/v1", "Job", "migrate", CART, "app: migrate"), service("migrate", "migrate"),
                "{apiVersion: v1, kind: Pod, metadata: {name: debug, namespace: shop, labels: {app: debug}}, "
                        + "spec: {containers: [{name: main, image: 'registry.example/debug:1'}]}}",
                service("debug", "debug"));
        assertThat(system.counted()).isEmpty();
        assertThat(system.leftOut()).contains("Service migrate: a Job ends by itself", "Pod debug: a bare Pod is not kept running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube-system", "istio-system", "linkerd-viz", "flux-system", "cert-manager"})
    void namespaces_of_the_platform_and_of_meshes_do_not_count(String namespace) {
        Small system = Small.of(deployment("cart", CART).replace("shop", namespace), service("cart", "cart").replace("shop", namespace));
        assertThat(system.counted()).isEmpty();
        assertThat(system.leftOut()).contains("the namespace " + namespace + " belongs to the platform or a mesh");
    }

    @Test
    void services_that_lead_nowhere_in_the_scan_are_listed_and_only_a_selector_raises_a_doubt() {
        Small system = Small.of("{apiVersion: v1, kind: Service, metadata: {name: legacy, namespace: shop}, spec: {type: ExternalName, "
                + "externalName: legacy.example}}",
                "{apiVersion: v1, kind: Service, metadata: {name: mainframe, namespace: shop}, spec: {ports: [{port: 80}]}}",
                service("orders", "orders"));
        assertThat(system.counted()).isEmpty();
        assertThat(system.leftOut()).isEqualTo("""
                Service legacy: it is a name for something outside the cluster
                Service mainframe: it has no selector, so what it leads to is not in the scan
                Service orders: its selector matches no workload of the scan (doubtful)""");
    }

    @Test
    void a_workload_that_no_service_selects_is_listed_with_a_doubt() {
        assertThat(Small.of(deployment("worker", CART)).leftOut())
                .isEqualTo("Deployment worker: no Service of the scan selects it, so nobody calls it (doubtful)");
    }

    @Test
    void a_service_selects_only_in_its_own_namespace() {
        Small system = Small.of(deployment("cart", CART), service("cart", "cart").replace("shop", "staging"));
        assertThat(system.counted()).isEmpty();
    }

    @Test
    void one_name_in_two_namespaces_counts_twice() {
        Small system = Small.of(deployment("cart", CART), service("cart", "cart"), deployment("cart", CART).replace("shop", "billing"),
                service("cart", "cart").replace("shop", "billing"));
        assertThat(system.counted()).containsExactly("cart", "cart");
    }

    @Test
    void an_object_that_states_no_namespace_may_be_in_any() {
        Small system = Small.of(deployment("cart", CART), service("cart", "cart").replace(", namespace: shop", ""));
        assertThat(system.counted()).containsExactly("cart");
    }

    @Test
    void the_user_corrects_what_is_counted() {
        Small system = Small.of(deployment("cart", CART), service("cart", "cart"), deployment("web", CART), service("web", "web"),
                deployment("search", "elasticsearch:8"), service("search", "search"), deployment("worker", CART));
        assertThat(system.counted()).containsExactly("cart", "web");
        assertThat(system.with(Small.services(List.of("search", "worker"), List.of("web"))).counted())
                .containsExactly("cart", "search", "worker");
        assertThat(system.with(Small.services(List.of(), List.of("web"))).leftOut()).contains("Service web: stated by the user");
    }

    @Test
    void a_definition_that_stands_twice_counts_once() {
        Small system = Small.of(deployment("cart", CART), deployment("cart", "registry.example/cart:2"), service("cart", "cart"),
                service("cart", "cart"));
        assertThat(system.counted()).containsExactly("cart");
    }

    @Test
    void an_empty_scan_counts_nothing() {
        assertThat(Small.of("").counted()).isEmpty();
    }
}
