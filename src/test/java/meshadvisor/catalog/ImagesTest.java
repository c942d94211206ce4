package meshadvisor.catalog;

import static meshadvisor.catalog.Knowledge.CATALOGUE;
import static meshadvisor.catalog.Knowledge.image;
import static meshadvisor.catalog.Knowledge.service;
import static meshadvisor.catalog.Knowledge.services;
import static meshadvisor.catalog.Knowledge.world;
import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.catalog.ImageFamily.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which images are somebody else's software, and which may be the user's own. */
class ImagesTest {

    @ParameterizedTest
    @CsvSource({
            "postgres:17,                                       5432, a datastore",
            "registry.example:5000/mirror/postgres:17,          5432, a datastore",
            "docker.io/bitnami/postgresql@sha256:00,            5432, a datastore",
            "mcr.microsoft.com/mssql/server:2022,               1433, a datastore",
            "registry.example/shop/orders-db:2,                 5432, a datastore",
            "registry.example/shop/orders-mysql:2,              3306, a datastore",
            "registry.example/shop/orders_mongo:2,              27017, a datastore",
            "rabbitmq:4-management,                             5672, a message broker",
            "confluentinc/cp-kafka:7.9.0,                       9092, a message broker",
            "registry.example/shop/my-kafka:1,                  9092, a message broker",
            "valkey/valkey:8,                                   6379, a cache",
            "registry.example/shop/basket-redis:1,             6379, a cache",
            "prom/mysqld-exporter:v0.17,                        9104, observability",
            "registry.example/mirror/acme-exporter:1,           9187, observability",
            "jaegertracing/all-in-one:1.60,                     16686, observability",
            "grafana/loki:3.4,                                  3100, observability",
            "gcr.io/datadoghq/agent:7,                          8126, observability",
            "docker.io/istio/proxyv2:1.29.0,                    8080, part of a mesh",
            "registry.example/shop/loadgenerator:1,             8089, a load generator",
            "fortio/fortio:1.69,                                8080, a load generator",
            "curlimages/curl:8,                                 8080, a client or test tool",
            "quay.io/argoproj/argocd:v3,                        8080, part of the platform",
            "registry.k8s.io/ingress-nginx/controller:v1.12,    443, part of the platform",
            "gcr.io/knative-releases/knative.dev/serving/cmd/webhook:v1, 8443, part of the platform",
            "ghcr.io/fluxcd/source-controller:v1,               9090, part of the platform"})
    void a_known_image_tells_what_runs_there(String image, int port, String words) {
        assertThat(world(image(image, port)).applications().leftOut()).anyMatch(l -> l.why().contains("is " + words));
        assertThat(services(image(image, port))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "registry.example/shop/orders-db:2,         8080",
            "registry.example/shop/mongo-gateway:2,     8080",
            "registry.example/shop/kafka-consumer:2,    8080",
            "registry.example/shop/redis-sync:2,        8080",
            "registry.example/shop/price-oracle:2,      8080",
            "registry.example/shop/invoice-exporter:2,  8080",
            "registry.example/shop/upload-generator:2,  8080",
            "registry.example/shop/upload-tester:2,     8080",
            "registry.example/shop/server:2,            1433",
            "registry.example/shop/agent:2,             8126",
            "registry.example/shop/dashboard:2,         8080",
            "registry.example/shop/webhook:2,           8443",
            "registry.example/shop/queue:2,             8080",
            "registry.example/shop/operator:2,          8080",
            "registry.example/shop/gatekeeper:2,        8080",
            "registry.example/shop/loki:2,              8080",
            "registry.example/shop/web:2,               80",
            "registry.example/shop/user:2,              80",
            "nginx:1.27,                                80",
            "httpd:2.4,                                 80",
            "haproxy:3,                                 80",
            "envoyproxy/envoy:v1.34,                    80",
            "traefik:v3,                                80",
            "python:3.13,                               8000"})
    void code_that_may_be_first_party_counts(String image, int port) {
        assertThat(services(image(image, port))).containsExactly("cart");
    }

    @Test
    void a_sidecar_beside_the_application_does_not_speak_for_it() {
        assertThat(services(service("", """
                - {name: main, image: registry.example/shop/cart:1.0}
                - {name: cache, image: redis:7, ports: [{containerPort: 6379}]}
                - {name: tls, image: quay.io/brancz/kube-rbac-proxy:v0.19}
                """))).containsExactly("cart");
    }

    @Test
    void a_tls_proxy_beside_a_datastore_changes_nothing() {
        assertThat(services(service("", """
                - {name: tls, image: ghostunnel/ghostunnel:v1.8}
                - {name: main, image: postgres:17}
                """))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube-system", "istio-system", "linkerd-viz", "cert-manager"})
    void what_stands_in_a_namespace_of_the_platform_or_a_mesh_does_not_count(String namespace) {
        assertThat(services(image("registry.example/shop/cart:1", 8080).replace("namespace: shop", "namespace: " + namespace))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "monitoring", "observability", "infra", "data"})
    void a_namespace_that_may_hold_anything_is_not_the_platform(String namespace) {
        assertThat(services(image("registry.example/shop/cart:1", 8080).replace("namespace: shop", "namespace: " + namespace)))
                .containsExactly("cart");
    }

    @Test
    void a_pattern_without_its_own_place_or_port_is_long_enough_to_be_no_word_of_everybody() {
        assertThat(CATALOGUE.images().stream().filter(i -> i.image().startsWith("*") && i.ports().isEmpty() && i.from().isEmpty())
                .filter(i -> i.family() == Family.DATASTORE || i.family() == Family.BROKER || i.family() == Family.CACHE)).isEmpty();
        assertThat(CATALOGUE.images().stream().map(i -> i.image().replace("*", ""))).allMatch(name -> name.length() > 1);
    }
}
