package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipTest {

    private static final String NAMESPACE = "{apiVersion: v1, kind: Namespace, metadata: {name: shop, %s}}\n---\n";
    private static final String DEPLOYMENT = "{apiVersion: apps/v1, kind: Deployment, metadata: {name: cart, namespace: shop}, "
            + "spec: {template: {metadata: {%s}, spec: {%scontainers: [{name: cart, image: cart}]}}}}";

    private static String member(String manifests) {
        World world = Scan.of(manifests).world();
        Membership member = world.member(world.snapshot().running().workloads().getFirst());
        return (member.state() + " " + member.variant()).strip();
    }

    private static String member(String namespace, String pod) {
        return member(NAMESPACE.formatted(namespace) + DEPLOYMENT.formatted(pod, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "labels: {}                                             | labels: {}                                      | OUTSIDE",
            "labels: {istio-injection: enabled}                     | labels: {}                                      | INJECTED istio-sidecar",
            "labels: {istio-injection: enabled}                     | labels: {sidecar.istio.io/inject: 'false'}      | OPTED_OUT",
            "labels: {istio-injection: enabled}                     | annotations: {sidecar.istio.io/inject: 'false'} | OPTED_OUT",
            "labels: {}                                             | labels: {sidecar.istio.io/inject: 'true'}       | INJECTED istio-sidecar",
            "labels: {istio-injection: disabled}                    | labels: {sidecar.istio.io/inject: 'true'}       | OPTED_OUT",
            "labels: {istio.io/rev: canary}                         | labels: {}                                      | INJECTED istio-sidecar",
            "annotations: {linkerd.io/inject: enabled}              | labels: {}                                      | INJECTED linkerd",
            "annotations: {linkerd.io/inject: enabled}              | annotations: {linkerd.io/inject: disabled}      | OPTED_OUT",
            "annotations: {linkerd.io/inject: disabled}             | annotations: {linkerd.io/inject: enabled}       | INJECTED linkerd",
            "labels: {istio.io/dataplane-mode: ambient}             | labels: {}                                      | ENROLLED istio-ambient",
            "labels: {istio.io/dataplane-mode: ambient}             | labels: {istio.io/dataplane-mode: none}         | OPTED_OUT",
            "labels: {kuma.io/sidecar-injection: enabled}           | labels: {kuma.io/sidecar-injection: disabled}   | OPTED_OUT"})
    void what_stands_on_the_pod_beats_the_namespace_unless_the_namespace_is_final(String namespace, String pod, String member) {
        assertThat(member(namespace, pod)).isEqualTo(member);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "labels: {istio-injection: enabled}         | labels: {istio.io/dataplane-mode: none}         | INJECTED istio-sidecar",
            "labels: {istio.io/dataplane-mode: ambient} | labels: {sidecar.istio.io/inject: 'false'}      | ENROLLED istio-ambient",
            "labels: {istio.io/dataplane-mode: ambient} | labels: {sidecar.istio.io/inject: 'true'}       | INJECTED istio-sidecar",
            "annotations: {linkerd.io/inject: enabled}  | labels: {sidecar.istio.io/inject: 'false'}      | INJECTED linkerd",
            "annotations: {linkerd.io/inject: enabled}  | annotations: {sidecar.istio.io/inject: 'false'} | INJECTED linkerd"})
    void to_refuse_one_thing_does_not_refuse_another(String namespace, String pod, String member) {
        assertThat(member(namespace, pod)).isEqualTo(member);
    }

    @Test
    void a_label_beats_an_annotation() {
        assertThat(member("labels: {}", "labels: {sidecar.istio.io/inject: 'true'}, annotations: {sidecar.istio.io/inject: 'false'}"))
                .isEqualTo("INJECTED istio-sidecar");
    }

    @Test
    void pods_on_the_network_of_their_node_take_no_part() {
        assertThat(member(
                NAMESPACE.formatted("labels: {istio-injection: enabled}") + DEPLOYMENT.formatted("labels: {}", "hostNetwork: true, ")))
                .startsWith("OUTSIDE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
            "{kind: Deployment, name: cart}         > INJECTED linkerd", "{kind: Deployment}                     > INJECTED linkerd",
            "{kind: Deployment, name: web|cart}     > INJECTED linkerd", "{kind: Deployment, name: .*}           > INJECTED linkerd",
            "{kind: Deployment, name: carts}        > OUTSIDE", "{kind: StatefulSet}                    > OUTSIDE",
            "{kind: Deployment, labelSelector: a=b} > OUTSIDE", "{kind: Deployment, namespace: other}   > OUTSIDE"})
    void a_patch_changes_the_pods_of_its_target(String target, String member) {
        assertThat(member(DEPLOYMENT.formatted("labels: {}", "") + """

                ---
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                patches:
                  - target: %s
                    patch: |-
                      - op: add
                        path: /spec/template/metadata/annotations/linkerd.io~1inject
                        value: enabled
                """.formatted(target))).isEqualTo(member);
    }

    @Test
    void objects_without_a_namespace_follow_the_namespaces_of_the_scan_if_these_agree() {
        String deployment = DEPLOYMENT.formatted("labels: {}", "").replace(", namespace: shop", "");
        String injected = NAMESPACE.formatted("annotations: {config.linkerd.io/proxy-log-level: warn, linkerd.io/inject: enabled}");
        String other = injected.replace("name: shop", "name: billing").replace("config.linkerd.io/proxy-log-level: warn, ", "");
        assertThat(member(injected + other + deployment)).isEqualTo("INJECTED linkerd");
        assertThat(member(injected + other.replace("enabled", "disabled") + deployment)).isEqualTo("OUTSIDE");
    }
}
