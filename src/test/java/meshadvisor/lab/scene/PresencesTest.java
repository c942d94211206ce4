package meshadvisor.lab.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Scene.Presence;
import meshadvisor.bench.Scene.Presence.NotThere;
import meshadvisor.bench.Scene.Presence.There;
import meshadvisor.bench.Variant;
import meshadvisor.bench.Variants;
import meshadvisor.model.Gap;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresencesTest {

    private static final List<Variant> VARIANTS = Variants.of(Knowledge.LIBRARY);
    private static final String INJECTOR = "{'metadata': {'name': 'istio-sidecar-injector', 'labels': {'app': 'sidecar-injector'}}}";

    private static Presence of(String id, Objects objects, Gap... gaps) {
        return Presences.of(VARIANTS, objects.found(), new ArrayList<>(List.of(gaps))).get(id);
    }

    private static String istiod(int ready, String image, String env) {
        return """
                {'metadata': {'name': 'istiod', 'namespace': 'istio-system', 'labels': {'app': 'istiod', 'istio.io/rev': '1-29'}},
                 'spec': {'template': {'spec': {'containers': [{'name': 'discovery', 'image': '%s', 'env': [%s]}]}}},
                 'status': {'readyReplicas': %d}}
                """.formatted(image, env, ready);
    }

    private static Objects istio(String istiod) {
        return new Objects().add("apps/v1/deployments", istiod)
                .add("admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", INJECTOR);
    }

    private static String because(Presence presence) {
        return presence instanceof NotThere none ? none.because() : "it is there";
    }

    @Test
    void ways_without_a_mesh_are_always_there() {
        assertThat(List.of("baseline", "baseline-again", "app-mtls")).allSatisfy(id -> assertThat(of(id, new Objects()))
                .isEqualTo(new There("", "", "")));
    }

    @Test
    void istio_is_there_with_version_and_revision() {
        assertThat(of("istio-sidecar", istio(istiod(1, "docker.io/istio/pilot:1.29.2@sha256:abc", ""))))
                .isEqualTo(new There("1.29.2", "1-29", ""));
    }

    @Test
    void an_istio_that_is_told_to_serve_another_envoy_says_so_in_its_flavour() {
        String env = "{'name': 'PILOT_ENABLE_METADATA_EXCHANGE', 'value': 'false'}";
        assertThat(of("istio-sidecar", istio(istiod(1, "registry:5000/istio/pilot:1.31", env))))
                .isEqualTo(new There("1.31", "1-29", "upstream-envoy"));
    }

    @ParameterizedTest
    @CsvSource({"docker.io/istio, proxyv2, ''", "registry.istio.io/release, proxyv2, ''", "docker.io/istio, mine, other-image",
            "me.example/istio, proxyv2, other-registry", "me.example/istio, mine, other-image+other-registry"})
    void another_image_and_another_registry_are_flavours_and_the_projects_own_are_none(String hub, String image, String flavour) {
        String values = "{\"hub\": \"%s\", \"proxy\": {\"autoInject\": \"enabled\", \"image\": \"%s\"}, \"more\": {\"hub\": \"\"}}"
                .formatted(hub, image).replace("\"", "\\\"");
        Objects objects = istio(istiod(1, "x/pilot:1.31", "")).config("istio-system", "values",
                "{'metadata': {'name': 'values', 'namespace': 'istio-system'}, 'data': {'merged-values': '" + values + "'}}");
        assertThat(of("istio-sidecar", objects)).isEqualTo(new There("1.31", "1-29", flavour));
    }

    @Test
    void nothing_of_a_mesh_is_told_from_a_part_of_it_and_a_part_from_one_that_does_not_run() {
        assertThat(because(of("istio-sidecar", new Objects()))).isEqualTo("Istio with sidecars is not installed");
        assertThat(because(of("istio-sidecar", new Objects().add("apps/v1/deployments", istiod(1, "x:1", "")))))
                .isEqualTo(
                        "Istio with sidecars is not there in full: there is no app=sidecar-injector among the mutatingwebhookconfigurations");
        assertThat(because(of("istio-sidecar", istio(istiod(0, "x:1", "")))))
                .isEqualTo("Istio with sidecars is not there in full: status.readyReplicas of istiod among the deployments is \"0\"");
    }

    @Test
    void what_may_not_be_seen_is_not_said_to_be_missing() {
        Gap closed = Gap.of("read-deployments.apps", "which deployments there are", "forbidden", "ask");
        assertThat(because(of("istio-sidecar", new Objects()
                .add("admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", INJECTOR), closed)))
                .isEqualTo("it could not be seen whether it is there: the deployments were not shown (forbidden)");
    }

    @Test
    void cilium_is_one_variant_at_a_time_by_what_its_settings_say() {
        String agent = """
                {'metadata': {'name': 'cilium', 'namespace': 'kube-system', 'labels': {'k8s-app': 'cilium'}}, 'status': {'numberReady': 2},
                 'spec': {'template': {'spec': {'containers': [{'name': 'cilium-agent', 'image': 'quay.io/cilium/cilium:v1.20.2'}]}}}}""";
        String key = "{'metadata': {'name': 'n%d', 'annotations': {'network.cilium.io/wg-pub-key': '%s'}}}";
        Objects wireguard = new Objects().add("apps/v1/daemonsets", agent).add("cilium.io/v2/ciliumnodes", key.formatted(1, "abc"))
                .config("kube-system", "cilium-config", "{'data': {'enable-wireguard': 'true'}, 'metadata': {'name': 'cilium-config', "
                        + "'namespace': 'kube-system'}}");
        assertThat(of("cilium-wireguard", wireguard)).isEqualTo(new There("v1.20.2", "", ""));
        assertThat(because(of("cilium", wireguard))).contains("data.enable-wireguard of cilium-config among the configmaps is \"true\"");
        Variant variant = VARIANTS.stream().filter(v -> v.id().equals("cilium-wireguard")).findFirst().orElseThrow();
        assertThat(Presences.proved(variant, wireguard.found(), List.of())).hasSize(2).allMatch(Proved::held);
        wireguard.add("cilium.io/v2/ciliumnodes", key.formatted(2, ""));
        assertThat(Presences.proved(variant, wireguard.found(), List.of())).extracting(Proved::held).containsExactly(true, false);
    }
}
