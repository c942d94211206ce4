package meshadvisor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.rule.Confidence;
import meshadvisor.rule.Truth;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;

class NamespacesTest {

    private static String system(String namespace, String marks) {
        return """
                apiVersion: v1
                kind: Namespace
                metadata: {name: NAME, MARKS}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: NAME}
                spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: main, image: example/web:1}]}}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: NAME}
                spec: {selector: {app: web}, ports: [{port: 80}]}
                ---
                """.replace("NAME", namespace).replace("MARKS", marks);
    }

    private static final String TIMEOUT = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: boats}
            spec: {hosts: [web], http: [{timeout: 5s, route: [{destination: {host: web}}]}]}
            """;

    private static List<String> namespaces(String manifests) {
        return Scan.of(manifests).judged().advice().verdict().namespaces().stream()
                .map(n -> n.namespace() + " " + n.outcome() + " " + n.mesh())
                .toList();
    }

    private static Truth resilience(String manifests) {
        return Scan.of(manifests).judged().advice().needs().stream().filter(n -> n.need().id().equals("resilience")).findFirst()
                .orElseThrow()
                .observed();
    }

    @Test
    void each_namespace_has_the_mesh_of_its_own_pods() {
        assertThat(namespaces(
                system("boats", "annotations: {linkerd.io/inject: enabled}") + system("cars", "labels: {istio-injection: enabled}")
                        + system("trams", "labels: {istio.io/dataplane-mode: ambient}") + system("walks", "labels: {a: b}")))
                .containsExactly("boats RECONSIDER linkerd", "cars RECONSIDER istio-sidecar", "trams RECONSIDER istio-ambient",
                        "walks NO_MESH ");
    }

    @Test
    void a_namespace_that_takes_its_injection_back_has_no_mesh() {
        Scan scan = Scan.of(system("boats", "labels: {istio.io/rev: stable, istio-injection: disabled}"));
        assertThat(scan.judged().meshes()).isEmpty();
    }

    @Test
    void an_open_need_that_counts_leaves_doubt() {
        String shop = IntStream.range(0, 14).mapToObj(i -> system("boats-" + i, "labels: {istio-injection: enabled}"))
                .collect(Collectors.joining());
        assertThat(Scan.of(shop).judged().advice().verdict().confidence()).isEqualTo(Confidence.HIGH);
        assertThat(Scan.of(shop + TIMEOUT.replace("boats", "boats-1")).judged().advice().verdict().confidence())
                .isEqualTo(Confidence.MEDIUM);
    }

    @Test
    void what_the_resources_of_a_mesh_say_that_does_not_run_is_not_observed_while_another_one_does() {
        assertThat(resilience(system("boats", "annotations: {linkerd.io/inject: enabled}") + TIMEOUT)).isEqualTo(Truth.UNKNOWN);
        assertThat(resilience(system("boats", "labels: {istio-injection: enabled}") + TIMEOUT)).isEqualTo(Truth.YES);
        assertThat(resilience(system("boats", "labels: {a: b}") + TIMEOUT)).isEqualTo(Truth.YES);
    }
}
