package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanariesTest {

    private static final String SHOP = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: NAME}
            spec: {template: {metadata: {labels: {app: NAME}}, spec: {containers: [{name: main, image: example/web:1}]}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: NAME}
            spec: {selector: {app: NAME}, ports: [{port: 80}]}
            ---
            """;
    private static final String INGRESS = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: NAME, annotations: {nginx.ingress.kubernetes.io/canary: "CANARY"}}
            spec: {rules: [{host: HOST, http: {paths: [{path: /, backend: {service: {name: NAME}}}]}}]}
            ---
            """;

    @TempDir
    private Path folder;

    private static String ingress(String name, String canary, String host) {
        return INGRESS.replace("NAME", name).replace("CANARY", canary).replace("HOST", host);
    }

    private Scan.Asked scan(String ingresses) {
        return Scan.in(folder).with("shop.yaml", SHOP.replace("NAME", "web") + SHOP.replace("NAME", "web-next")).with("ingress.yaml",
                ingresses);
    }

    @Test
    void the_service_of_a_canary_is_another_version_of_the_one_whose_requests_it_shares() {
        assertThat(
                scan(ingress("web", "false", "a.example") + ingress("web-next", "true", "a.example")).read().snapshot().traffic().routes())
                .singleElement().satisfies(route -> {
                    assertThat(route.parents()).extracting(t -> t.value()).containsExactly("web");
                    assertThat(route.rules().getFirst().backends()).extracting(b -> b.host().value()).containsExactly("web", "web-next");
                });
    }

    @Test
    void the_canary_of_another_host_shares_nothing() {
        assertThat(
                scan(ingress("web", "false", "a.example") + ingress("web-next", "true", "b.example")).read().snapshot().traffic().routes())
                .isEmpty();
    }

    @Test
    void an_ingress_that_is_no_canary_shares_nothing() {
        assertThat(
                scan(ingress("web", "false", "a.example") + ingress("web-next", "false", "a.example")).read().snapshot().traffic().routes())
                .isEmpty();
    }
}
