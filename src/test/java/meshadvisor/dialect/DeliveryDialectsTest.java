package meshadvisor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.dialect.argo.ArgoDialect;
import meshadvisor.dialect.flagger.FlaggerDialect;
import meshadvisor.dialect.flux.FluxDialect;
import org.junit.jupiter.api.Test;

class DeliveryDialectsTest {

    private final Manifest flagger = Manifest.read("flagger.yaml", new FlaggerDialect());
    private final Manifest argo = Manifest.read("argo.yaml", new ArgoDialect());
    private final Manifest flux = Manifest.read("flux.yaml", new FluxDialect());

    @Test
    void a_canary_splits_by_header_or_weight_at_the_hop_of_its_gateways() {
        assertThat(flagger.uses()).containsExactly(
                "split-weight flagger INTERNAL @23", "retries flagger INTERNAL @19", "timeouts flagger INTERNAL @15",
                "split-header flagger EDGE @44", "mtls-identity istio INTERNAL @39",
                "mirroring flagger INTERNAL @57",
                "split-weight flagger EDGE @66",
                "split-weight flagger EDGE @77",
                "l7-telemetry flagger UNKNOWN @84");
    }

    @Test
    void a_canary_names_its_workload_and_gateways_and_makes_a_copy_and_services() {
        assertThat(flagger.deliveries()).containsExactly("flagger Deployment checkout by linkerd", "flagger Deployment checkout-primary",
                "flagger Deployment frontend", "flagger Deployment frontend-primary", "flagger DaemonSet cart",
                "flagger DaemonSet cart-primary", "flagger Deployment shop", "flagger Deployment shop-primary",
                "flagger Deployment ledger", "flagger Deployment ledger-primary");
        assertThat(flagger.references()).containsExactly("WORKLOAD checkout Deployment @12",
                "WORKLOAD frontend Deployment @32", "GATEWAY istio-system/public @36",
                "WORKLOAD cart DaemonSet @52", "GATEWAY public @54",
                "WORKLOAD shop Deployment @65",
                "WORKLOAD ledger Deployment @73", "PARENT infra/public @76");
        assertThat(flagger.provisions()).contains("SERVICE web", "SERVICE web-primary", "SERVICE web-canary");
    }

    @Test
    void retries_of_a_canary_are_a_route_without_backends() {
        assertThat(flagger.routes()).containsExactly("flagger INTERNAL parents [checkout]");
        assertThat(flagger.rules()).containsExactly("FIRST_MATCH PREFIX / @17 retries 3 5xx @19 @14");
    }

    @Test
    void a_rollout_delivers_itself_or_the_workload_that_it_names() {
        assertThat(argo.deliveries()).containsExactly("argo-rollouts Rollout checkout by nginx", "argo-rollouts Deployment cart",
                "argo-rollouts Rollout ledger");
        assertThat(argo.references()).containsExactly("SERVICE checkout-next @9", "SERVICE checkout @10", "WORKLOAD cart Deployment @31",
                "SERVICE ledger @43", "SERVICE ledger-preview @44");
    }

    @Test
    void steps_split_at_the_hop_of_the_router_which_is_unknown_without_one() {
        assertThat(argo.uses()).containsExactly("split-weight argo-rollouts EDGE @17", "split-header argo-rollouts EDGE @19",
                "split-weight argo-rollouts UNKNOWN @34");
    }

    @Test
    void applications_install_charts_with_every_version_that_a_list_generates() {
        assertThat(argo.installs()).containsExactly(
                "Argo CD Application istiod 1.29.6 [1.29.6 @56] into istio-system",
                "Argo CD Application redis 20.1.0 [20.1.0 @71] into ",
                "Argo CD ApplicationSet istiod 1.28.10 [1.28.10 @81, 1.29.6 @83] into istio-east"
                        + " via {{version}} becomes 1.28.10 by a generator (argo.yaml:81:22)",
                "Argo CD ApplicationSet base v1.29.* [v1.29.* @107] into istio-system"
                        + " via v{{ .version }}.* becomes v1.29.* by a generator (argo.yaml:107:28)",
                "Argo CD ApplicationSet istiod v1.30.* [v1.30.* @109] into istio-system"
                        + " via v{{ .version }}.* becomes v1.30.* by a generator (argo.yaml:109:28)",
                "Argo CD ApplicationSet linkerd-control-plane [] into ");
    }

    @Test
    void a_path_of_a_repository_is_a_gap_with_the_command_that_closes_it() {
        assertThat(argo.facts().gaps).singleElement().satisfies(gap -> {
            assertThat(gap.id()).isEqualTo("unrendered-source");
            assertThat(gap.what()).isEqualTo("what stands under deploy/prod of https://git.example.com/shop.git");
            assertThat(gap.remedy()).contains("kubectl kustomize deploy/prod");
            assertThat(gap.place().line()).isEqualTo(66);
        });
    }

    @Test
    void flux_installs_charts_and_substitutes_variables_under_a_folder() {
        assertThat(flux.installs()).containsExactly(
                "Flux HelmRelease istiod ${istio_version} [${istio_version} @11] into istio-system",
                "Flux HelmRelease linkerd-control-plane [] into linkerd");
        assertThat(flux.facts().variables)
                .extracting(v -> v.name() + "=" + v.value() + " under '" + v.under() + "' @" + v.definedBy().place().line())
                .containsExactly("istio_version=1.29.6 under 'infra/mesh' @33", "region=north under 'infra/mesh' @34",
                        "env=prod under '' @49");
    }

    @Test
    void variables_come_from_config_maps_and_never_from_secrets() {
        assertThat(flux.facts().variableSources)
                .extracting(s -> s.namespace() + "/" + s.configMap() + " under " + s.under() + " @" + s.definedBy().place().line())
                .containsExactly("flux-system/versions under infra/mesh @37");
    }
}
