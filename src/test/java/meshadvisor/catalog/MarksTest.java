package meshadvisor.catalog;

import static java.util.stream.Collectors.toSet;
import static meshadvisor.catalog.Knowledge.CATALOGUE;
import static meshadvisor.catalog.Knowledge.image;
import static meshadvisor.catalog.Knowledge.meshes;
import static meshadvisor.catalog.Knowledge.service;
import static meshadvisor.catalog.Knowledge.services;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.model.Answers;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How meshes are recognised. */
class MarksTest {

    private static final String APPLICATION = "- {name: main, image: registry.example/shop/cart:1.0}";

    @Test
    void every_folder_of_a_mesh_has_its_marks() {
        assertThat(CATALOGUE.vendors()).contains("istio", "linkerd", "cilium");
        assertThat(CATALOGUE.library().paths("meshes/", "/marks.yaml"))
                .isEqualTo(CATALOGUE.vendors().stream().map(vendor -> "meshes/" + vendor + "/marks.yaml").toList());
    }

    @Test
    void a_folder_whose_marks_are_those_of_another_mesh_is_refused() {
        Library wrong =
                CATALOGUE.library().with(Library.ofYaml(Map.of("meshes/mine/marks.yaml", "{mesh: other, name: Mine, variant: mine}")));
        assertThatThrownBy(() -> Catalogue.of(wrong)).isInstanceOf(CatalogueMistake.class)
                .hasMessage("meshes/mine/marks.yaml: \"mesh\" must be the name of the folder, not \"other\"");
    }

    @Test
    void a_mesh_of_a_new_folder_is_recognised_and_nothing_else_has_to_know_it() {
        Library more = CATALOGUE.library().with(Library.ofYaml(Map.of("meshes/mine/marks.yaml", """
                mesh: mine
                name: Mine
                variant: mine
                marks: [{label: mine.example/inject, values: [enabled], on: [pod, namespace], is: injection}]
                """)));
        Scan scan = new Scan(service("labels: {mine.example/inject: enabled}", "- {name: main, image: example/cart:1}"), Answers.NONE,
                Catalogue.of(more), List.of());
        assertThat(scan.judged().meshes()).extracting(m -> m.marks().mesh() + " " + m.standing()).containsExactly("mine DATA_PLANE");
        assertThat(scan.judged().advice().verdict().mesh()).isEqualTo("mine");
    }

    @Test
    void marks_name_only_variants_that_exist() {
        Set<String> known = Stream.concat(CATALOGUE.marks().stream().map(Marks::variant),
                CATALOGUE.capabilities().stream().map(Capability::variant)).collect(toSet());
        assertThat(CATALOGUE.marks().stream().flatMap(m -> m.marks().stream()).map(Mark::variant).filter(v -> !v.isEmpty()))
                .isSubsetOf(known);
    }

    @Test
    void a_sign_that_says_no_names_no_variant() {
        assertThat(CATALOGUE.marks().stream().flatMap(m -> m.marks().stream()).filter(m -> m.is() == Mark.Proof.OPT_OUT))
                .isNotEmpty().allMatch(m -> m.variant().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"docker.io/istio/examples-helloworld-v1:1.0", "quay.io/cilium/echo-example:1.3", "registry.example/shop/pilot:3.1",
                    "registry.example/shop/proxy:2.0", "registry.example/shop/controller:2.0", "louislam/uptime-kuma:1"})
    void an_example_image_in_a_mesh_registry_is_no_proxy(String image) {
        assertThat(meshes(image(image, 8080))).isEmpty();
        assertThat(services(image(image, 8080))).containsExactly("cart");
    }

    @Test
    void an_image_says_more_than_the_name_of_its_container() {
        assertThat(meshes(service("", "- {name: istio-proxy, image: docker.io/istio/ztunnel:1.30.1}")))
                .containsExactly("istio-ambient data-plane [1.30.1]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            istio-proxy    | docker.io/istio/proxyv2:1.28.2              | istio-sidecar data-plane [1.28.2]
            istio-proxy    | registry.example/mirror/other:1.28.2        | istio-sidecar data-plane [1.28.2]
            linkerd-proxy  | cr.l5d.io/linkerd/proxy:stable-2.14.1       | linkerd data-plane [stable-2.14.1]
            linkerd-proxy  | cr.l5d.io/linkerd/proxy:edge-26.6.3         | linkerd data-plane []
            linkerd-init   | cr.l5d.io/linkerd/proxy-init:v2.4.1         | linkerd data-plane []
            discovery      | docker.io/istio/pilot:1.29.0                | istio-sidecar data-plane [1.29.0]
            policy         | cr.l5d.io/linkerd/policy-controller:2.19.0  | linkerd data-plane [2.19.0]
            cilium-agent   | quay.io/cilium/cilium:v1.20.1@sha256:00     | cilium data-plane [v1.20.1]
            cilium-envoy   | quay.io/cilium/cilium-envoy:v1.34.4-17-ab   | cilium data-plane []
            ztunnel        | quay.io/cilium/ztunnel:v0.9.0               | cilium data-plane []
            kuma-sidecar   | docker.io/kumahq/kuma-dp:2.9.1              | kuma data-plane [2.9.1]
            consul-dataplane | hashicorp/consul-dataplane:1.4.0          | consul data-plane []
            envoy          | public.ecr.aws/appmesh/aws-appmesh-envoy:v1.29 | app-mesh data-plane []
            injector       | openservicemesh/osm-injector:v1.2.4         | osm data-plane [v1.2.4]
            nginx-mesh-sidecar | docker-registry.nginx.com/nsm/nginx-mesh-sidecar:2.0.0 | nginx-service-mesh data-plane [2.0.0]
            """)
    void containers_tell_the_mesh_and_its_version_where_they_have_its_version(String name, String image, String mesh) {
        assertThat(meshes(service("", "- {name: %s, image: '%s'}".formatted(name, image)))).containsExactly(mesh);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sidecar.istio.io/inject: 'true'                            | istio-sidecar data-plane []
            sidecar.istio.io/inject: 'yes'                             | istio-sidecar data-plane []
            sidecar.istio.io/rewriteAppHTTPProbers: 'true'             | istio-sidecar residue []
            sidecar.istio.io/inject: 'false'                           | istio-sidecar residue []
            proxy.istio.io/config: 'holdApplicationUntilProxyStarts: true' | istio-sidecar residue []
            ambient.istio.io/redirection: enabled                      | istio-ambient data-plane []
            linkerd.io/inject: enabled                                 | linkerd data-plane []
            linkerd.io/inject: ingress                                 | linkerd data-plane []
            linkerd.io/inject: disabled                                | linkerd residue []
            config.linkerd.io/proxy-cpu-request: 10m                   | linkerd residue []
            consul.hashicorp.com/connect-inject: 'true'                | consul data-plane []
            consul.hashicorp.com/connect-service-upstreams: 'pay:1234' | consul residue []
            kuma.io/sidecar-injection: enabled                         | kuma data-plane []
            kuma.io/gateway: enabled                                   | kuma residue []
            appmesh.k8s.aws/sidecarInjectorWebhook: enabled            | app-mesh data-plane []
            openservicemesh.io/sidecar-injection: enabled              | osm data-plane []
            injector.nsm.nginx.com/auto-inject: 'true'                 | nginx-service-mesh data-plane []
            policy.cilium.io/proxy-visibility: '<Egress/53/UDP/DNS>'   | cilium residue []
            """)
    void an_annotation_that_is_written_out_wins_over_what_is_left_of_a_mesh(String annotation, String mesh) {
        assertThat(meshes(service("annotations: {%s}".formatted(annotation), APPLICATION))).containsExactly(mesh);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            istio-injection: enabled                            | istio-sidecar data-plane []
            istio.io/rev: stable                                | istio-sidecar data-plane []
            istio.io/dataplane-mode: ambient                    | istio-ambient data-plane []
            istio.io/use-waypoint: shared                       | istio-ambient configuration-only []
            istio.io/use-waypoint: none                         | istio-sidecar configuration-only []
            io.cilium/mtls-enabled: 'true'                      | cilium data-plane []
            kuma.io/sidecar-injection: enabled                  | kuma data-plane []
            appmesh.k8s.aws/sidecarInjectorWebhook: enabled     | app-mesh data-plane []
            openservicemesh.io/monitored-by: osm                | osm configuration-only []
            injector.nsm.nginx.com/auto-inject: enabled         | nginx-service-mesh data-plane []
            linkerd.io/is-control-plane: 'true'                 | linkerd data-plane []
            """)
    void labels_of_a_namespace_are_read(String label, String mesh) {
        assertThat(meshes(namespace(label))).containsExactly(mesh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"istio-injection: disabled", "istio.io/dataplane-mode: none", "kuma.io/sidecar-injection: disabled",
            "linkerd.io/inject: enabled"})
    void a_namespace_that_stays_out_or_has_a_label_nobody_reads_shows_no_mesh(String label) {
        assertThat(meshes(namespace(label))).isEmpty();
    }

    @Test
    void staying_out_of_ambient_makes_no_ambient_mesh() {
        assertThat(meshes(namespace("istio-injection: enabled") + "---\n"
                + service("  istio.io/dataplane-mode: none", APPLICATION).replace("labels: {app: cart}", "labels:\n          app: cart")))
                .containsExactly("istio-sidecar data-plane []");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            networking.istio.io/v1            | VirtualService          | istio-sidecar configuration-only []
            security.istio.io/v1              | AuthorizationPolicy     | istio-sidecar configuration-only []
            linkerd.io/v1alpha2               | ServiceProfile          | linkerd configuration-only []
            policy.linkerd.io/v1beta3         | Server                  | linkerd configuration-only []
            cilium.io/v2                      | CiliumNetworkPolicy     | cilium data-plane []
            cilium.io/v2                      | CiliumEnvoyConfig       | cilium data-plane []
            consul.hashicorp.com/v1alpha1     | ServiceIntentions       | consul configuration-only []
            kuma.io/v1alpha1                  | MeshTrafficPermission   | kuma configuration-only []
            appmesh.k8s.aws/v1beta2           | VirtualNode             | app-mesh configuration-only []
            policy.openservicemesh.io/v1alpha1 | Egress                 | osm configuration-only []
            nsm.nginx.com/v1alpha2            | RateLimit               | nginx-service-mesh configuration-only []
            split.smi-spec.io/v1alpha4        | TrafficSplit            | smi configuration-only []
            maistra.io/v2                     | ServiceMeshControlPlane | istio-sidecar data-plane []
            maistra.io/v1                     | ServiceMeshMemberRoll   | istio-sidecar configuration-only []
            sailoperator.io/v1                | ZTunnel                 | istio-ambient data-plane []
            """)
    void resources_alone_are_configuration_unless_they_install_or_need_the_data_plane(String api, String kind, String mesh) {
        assertThat(meshes(object(api, kind, "{}"))).containsExactly(mesh);
    }

    @ParameterizedTest
    @CsvSource({"cilium.io/v1alpha1, TracingPolicy", "traefik.io/v1alpha1, IngressRoute", "cert-manager.io/v1, Certificate",
            "gateway.networking.k8s.io/v1, HTTPRoute", "networking.k8s.io/v1, NetworkPolicy"})
    void resources_of_others_are_no_marks(String api, String kind) {
        assertThat(meshes(object(api, kind, "{}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            istio          | istio-sidecar configuration-only []
            istio-waypoint | istio-ambient configuration-only []
            cilium         | cilium data-plane []
            """)
    void gateway_classes_are_read(String name, String mesh) {
        assertThat(meshes(object("gateway.networking.k8s.io/v1", "Gateway", "{gatewayClassName: %s}".formatted(name))))
                .containsExactly(mesh);
    }

    @Test
    void a_revision_on_an_object_injects_nothing() {
        assertThat(meshes("""
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: waypoint, namespace: shop, labels: {istio.io/rev: stable}}
                spec: {gatewayClassName: istio-waypoint}
                """)).containsExactly("istio-ambient configuration-only []");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            istiod                           | 1.29.2   | istio-sidecar data-plane [1.29.2]
            ztunnel                          | 1.29.2   | istio-ambient data-plane [1.29.2]
            linkerd-control-plane            | 1.16.11  | linkerd data-plane []
            linkerd-enterprise-control-plane | 2.18.1   | linkerd data-plane [2.18.1]
            linkerd-crds                     | 1.8.0    | linkerd configuration-only []
            cilium                           | 1.20.1   | cilium data-plane [1.20.1]
            consul                           | 1.6.0    | consul configuration-only []
            kuma                             | 2.9.1    | kuma data-plane [2.9.1]
            """)
    void charts_tell_the_version_unless_they_have_one_of_their_own(String chart, String version, String mesh) {
        assertThat(meshes(release(chart, version))).containsExactly(mesh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "gateway", "cni", "uptime-kuma", "osm", "traefik"})
    void a_chart_name_that_others_use_too_is_no_mark(String chart) {
        assertThat(meshes(release(chart, "1.29.2"))).isEmpty();
    }

    private static String namespace(String label) {
        return "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {%s}}\n".formatted(label);
    }

    private static String object(String api, String kind, String spec) {
        return "apiVersion: %s\nkind: %s\nmetadata: {name: cart, namespace: shop}\nspec: %s\n".formatted(api, kind, spec);
    }

    private static String release(String chart, String version) {
        return object("helm.toolkit.fluxcd.io/v2", "HelmRelease", "{chart: {spec: {chart: %s, version: '%s'}}}".formatted(chart, version));
    }
}
