package meshadvisor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import meshadvisor.dialect.istio.IstioDialect;
import org.junit.jupiter.api.Test;

class IstioDialectTest {

    private static Manifest read(String name) {
        return Manifest.read(name, new IstioDialect());
    }

    @Test
    void a_virtual_service_becomes_a_route_for_each_protocol_at_the_hop_where_it_acts() {
        assertThat(read("istio-routes.yaml").routes()).containsExactly(
                "istio INTERNAL hosts [checkout]",
                "istio EDGE hosts [shop.example.com]",
                "istio EDGE hosts [shop.example.com]",
                "istio EDGE hosts [shop.example.com]",
                "istio INTERNAL hosts [*.shop.local, catalogue]");
    }

    @Test
    void a_rule_keeps_its_conditions_weights_and_retries_with_their_lines() {
        assertThat(read("istio-routes.yaml").rules()).containsExactly(
                "FIRST_MATCH testers PREFIX /pay narrowed headers @13 to checkout next @19 @11",
                "FIRST_MATCH EXACT /health [GET] @23 or REGEX /v[12]/.* [GET, HEAD] @27 to checkout now @32 retries 3 5xx @36 @22",
                "FIRST_MATCH ANY @39 to checkout now 99.0 PERCENT @43, checkout next 1.0 PERCENT @47 @39",
                "FIRST_MATCH ANY @67 to frontend.shop.svc.cluster.local @68 @67",
                "FIRST_MATCH ANY narrowed @71 to frontend 100.0 PERCENT @75 @70",
                "FIRST_MATCH ANY @77 to ledger @78 @77",
                "FIRST_MATCH ANY narrowed @90 to catalogue @92 @89");
    }

    @Test
    void each_feature_is_noted_once_where_it_is_first_used() {
        assertThat(read("istio-routes.yaml").uses()).containsExactlyInAnyOrder(
                "split-header istio INTERNAL @13", "split-weight istio INTERNAL @43", "retries istio INTERNAL @36",
                "timeouts istio INTERNAL @38", "fault-injection istio INTERNAL @53", "mirroring istio INTERNAL @49");
    }

    @Test
    void names_are_noted_where_they_stand_and_neither_wildcards_nor_mesh_are_names() {
        assertThat(read("istio-routes.yaml").references()).containsExactly(
                "HOST checkout @9",
                "HOST checkout @20", "SUBSET checkout next @21",
                "HOST checkout @33", "SUBSET checkout now @34",
                "HOST checkout @41", "SUBSET checkout now @42", "HOST checkout @45", "SUBSET checkout next @46",
                "HOST checkout-shadow @49", "SUBSET checkout-shadow all @50",
                "GATEWAY istio-system/public @64", "GATEWAY private @65",
                "HOST frontend.shop.svc.cluster.local @68", "HOST frontend @74", "HOST ledger @78",
                "HOST catalogue @86", "GATEWAY public @87", "HOST catalogue @92");
    }

    @Test
    void what_leads_to_one_place_or_is_switched_off_is_no_use() {
        assertThat(read("istio-route-traps.yaml").uses()).isEmpty();
    }

    @Test
    void an_unknown_condition_narrows_and_a_part_of_a_route_tells_no_hop() {
        Manifest traps = read("istio-route-traps.yaml");
        assertThat(traps.routes()).contains("istio UNKNOWN");
        assertThat(traps.rules()).contains("FIRST_MATCH ANY narrowed @60 to images @62 @59",
                "FIRST_MATCH ANY @44 to cart now 100.0 PERCENT @48, cart next 0.0 PERCENT @50 retries 0 @45 @44");
    }

    @Test
    void odd_shapes_are_taken_as_not_given() {
        Manifest traps = read("istio-route-traps.yaml");
        assertThat(traps.rules()).hasSize(8).endsWith("FIRST_MATCH ANY @74 @74", "FIRST_MATCH ANY @75 retries 0 @77 @75");
        assertThat(traps.provisions()).containsExactly("GATEWAY odd");
        assertThat(traps.policies()).containsExactly("ALLOW istio if @90");
    }

    @Test
    void destination_rules_break_circuits_and_prove_identities_at_any_level() {
        Manifest rules = read("istio-rules.yaml");
        assertThat(rules.uses()).containsExactly(
                "circuit-breaking istio INTERNAL @13", "mtls-identity istio INTERNAL @17", "mtls-identity istio INTERNAL @45",
                "multi-cluster istio EDGE @65");
        assertThat(rules.facts().provisions.getFirst().subsetLabels())
                .isEqualTo(Map.of("now", Map.of("version", "v1"), "next", Map.of("version", "v2")));
    }

    @Test
    void gateways_entries_and_subsets_are_what_references_can_point_at() {
        assertThat(read("istio-rules.yaml").provisions()).containsExactly(
                "SUBSET checkout [now, next]", "SUBSET api.example.com", "SUBSET *.local",
                "GATEWAY public [http]", "GATEWAY cross-network [tls]",
                "HOST api.example.com", "HOST *.example.org");
    }

    @Test
    void egress_hosts_are_names_unless_they_are_wild_or_lack_a_namespace() {
        assertThat(read("istio-rules.yaml").references()).containsExactly(
                "HOST checkout @7", "HOST api.example.com @32",
                "HOST shop/checkout.shop.svc.cluster.local @83", "HOST billing/ledger.billing.svc.cluster.local @84");
    }

    @Test
    void strict_mtls_reaches_the_mesh_only_from_the_root_namespace_and_without_selector() {
        assertThat(read("istio-policies.yaml").mtls()).containsExactly(
                "MESH STRICT @8", "NAMESPACE PERMISSIVE @17", "WORKLOAD UNSET {app=ledger} @19");
    }

    @Test
    void identities_are_what_mutual_tls_proves_and_tokens_are_http() {
        assertThat(read("istio-policies.yaml").policies()).containsExactly(
                "DENY istio {app=checkout} if [legacy @46] not [cluster.local/ns/shop/sa/frontend @45] @42"
                        + " or if [cluster.local/ns/shop/sa/batch @49] not [cluster.local/ns/shop/sa/admin @50] http @47",
                "ALLOW istio [frontend] if http @65",
                "ALLOW istio [waypoint] if @80",
                "ALLOW istio");
    }

    @Test
    void policies_use_identities_or_requests_where_they_act() {
        assertThat(read("istio-policies.yaml").uses()).containsExactly(
                "mtls-identity istio INTERNAL @8", "mtls-identity istio INTERNAL @29",
                "authorization-identity istio INTERNAL @46", "mtls-identity istio INTERNAL @46", "authorization-http istio INTERNAL @51",
                "authorization-http istio INTERNAL @67",
                "authorization-http istio EDGE @98");
    }

    @Test
    void extensions_are_used_by_what_they_configure_and_not_by_their_names() {
        assertThat(read("istio-extensions.yaml").uses()).containsExactly(
                "l7-telemetry istio INTERNAL @7", "rate-limit-local istio INTERNAL @32", "rate-limit-global istio EDGE @45",
                "wasm istio INTERNAL @63");
    }

    @Test
    void operators_install_a_control_plane_unless_their_profile_has_none() {
        List<String> installs = read("istio-extensions.yaml").installs();
        assertThat(installs).containsExactly(
                "IstioOperator istiod 1.22.3 [1.22.3 @72] into istio-system",
                "IstioOperator istiod 1.23.0 [1.23.0 @77] into mesh"
                        + " via the revision 1-23-0 is named after its version (istio-extensions.yaml:77:13)",
                "IstioOperator istiod 1.21.0 [1.21.0 @88] into ",
                "IstioOperator istiod-remote [] into ",
                "Sail operator istiod 1.24.2 [1.24.2 @111] into istio-system");
    }
}
