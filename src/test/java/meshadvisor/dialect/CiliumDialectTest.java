package meshadvisor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.dialect.cilium.CiliumDialect;
import org.junit.jupiter.api.Test;

class CiliumDialectTest {

    private final Manifest cilium = Manifest.read("cilium-resources.yaml", new CiliumDialect());

    @Test
    void policies_select_pods_by_labels_without_their_source_and_nodes_are_no_pods() {
        assertThat(cilium.segmentations()).containsExactly(
                "CiliumNetworkPolicy shop/checkout cilium {app=checkout} simple",
                "CiliumClusterwideNetworkPolicy several cilium {app=cart}",
                "CiliumNetworkPolicy only-ports cilium all pods simple");
    }

    @Test
    void policies_and_envoy_configuration_use_what_they_configure() {
        assertThat(cilium.uses()).containsExactly(
                "segmentation cilium INTERNAL @7", "mtls-identity cilium INTERNAL @15", "authorization-identity cilium INTERNAL @12",
                "authorization-http cilium INTERNAL @20",
                "segmentation cilium INTERNAL @28", "l7-telemetry cilium INTERNAL @32",
                "segmentation cilium INTERNAL @42",
                "split-weight cilium INTERNAL @90", "split-header cilium INTERNAL @71", "timeouts cilium INTERNAL @82",
                "retries cilium INTERNAL @94", "circuit-breaking cilium INTERNAL @99",
                "circuit-breaking cilium UNKNOWN @126", "rate-limit-local cilium UNKNOWN @123",
                "multi-cluster cilium INTERNAL @133");
    }

    @Test
    void each_virtual_host_is_a_route_in_both_spellings() {
        assertThat(cilium.routes()).containsExactly("cilium INTERNAL hosts [checkout, checkout:8080] parents [checkout]",
                "cilium UNKNOWN hosts [*]");
        assertThat(cilium.rules()).containsExactly(
                "FIRST_MATCH PREFIX /orders [GET] narrowed headers @71 to lab/checkout-next @78 @70",
                "FIRST_MATCH REGEX /v[12]/.* @80 to shop/checkout-now @83 @79",
                "FIRST_MATCH PREFIX / @85 to shop/checkout-now 90.0 RELATIVE @90, lab/checkout-next 10.0 RELATIVE @92 retries 3 5xx @94 @84",
                "FIRST_MATCH EXACT /pay @117 to shop/checkout 100.0 RELATIVE @121 retries 0 @115 @117");
    }

    @Test
    void services_taken_over_and_their_backends_are_names() {
        assertThat(cilium.references()).containsExactly("SERVICE shop/checkout @54", "SERVICE shop/checkout-now @57",
                "SERVICE lab/checkout-next @59");
    }
}
