package meshadvisor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.dialect.gateway.GatewayDialect;
import org.junit.jupiter.api.Test;

class GatewayDialectTest {

    private final Manifest routes = Manifest.read("gateway-routes.yaml", new GatewayDialect());

    @Test
    void the_parent_tells_whether_a_route_acts_at_the_edge() {
        assertThat(routes.routes()).containsExactly(
                "gateway-api EDGE hosts [shop.example.com]",
                "gateway-api INTERNAL parents [checkout]",
                "gateway-api INTERNAL parents [ledger]",
                "gateway-api EDGE",
                "gateway-api UNKNOWN",
                "gateway-api UNKNOWN");
    }

    @Test
    void conditions_follow_the_defaults_of_the_api_and_grpc_methods_are_paths() {
        assertThat(routes.rules()).containsExactly(
                "MOST_SPECIFIC EXACT /login [POST] @45 or REGEX /v[0-9]+ @47 or PREFIX /api narrowed @48 to frontend @51 @44",
                "MOST_SPECIFIC PREFIX / narrowed headers @67 to checkout-next @69 @66",
                "MOST_SPECIFIC everyone PREFIX / @71 to checkout-now 90.0 RELATIVE @84, lab/checkout-next 10.0 RELATIVE @88"
                        + " retries 2 502,503 @75 @71",
                "MOST_SPECIFIC EXACT /shop.Ledger/Post [POST] @100 or PREFIX /shop.Ledger/ [POST] @101 or REGEX /[^/]+/Read [POST] @102"
                        + " or REGEX /shop[.].*/Get.* [POST] @103 or ANY narrowed headers @104 to ledger @106 @99",
                "MOST_SPECIFIC ANY @107 to ledger @108 @107",
                "MOST_SPECIFIC ANY @118 to queue-a @119, queue-b @120 @118",
                "MOST_SPECIFIC PREFIX / @129 to frontend 1.0 RELATIVE @131, frontend-old 0.0 RELATIVE @132 @129",
                "MOST_SPECIFIC PREFIX / @143 retries 1 @145 @143");
    }

    @Test
    void splits_are_by_header_or_by_weight_and_absent_weights_are_equal_shares() {
        assertThat(routes.uses()).containsExactly(
                "multi-cluster gateway-api EDGE @29",
                "split-weight gateway-api INTERNAL @84", "split-header gateway-api INTERNAL @67", "mirroring gateway-api INTERNAL @78",
                "timeouts gateway-api INTERNAL @73", "retries gateway-api INTERNAL @75",
                "split-weight gateway-api EDGE @119", "multi-cluster gateway-api EDGE @120",
                "retries gateway-api UNKNOWN @145");
    }

    @Test
    void parents_and_backends_are_names_with_their_namespaces() {
        assertThat(routes.references()).containsExactly(
                "PARENT infra/public https @40", "SERVICE frontend @51",
                "SERVICE checkout @64", "SERVICE checkout-next @69", "SERVICE checkout-now @82", "SERVICE lab/checkout-next @85",
                "SERVICE checkout-shadow @80",
                "SERVICE ledger @97", "SERVICE ledger @106", "SERVICE ledger @108",
                "PARENT public @116", "SERVICE queue-a @119",
                "SERVICE frontend @131", "SERVICE frontend-old @132");
    }

    @Test
    void a_gateway_offers_its_listeners_and_a_waypoint_is_one_too() {
        assertThat(routes.provisions()).containsExactly(
                "PARENT public [http, https]", "PARENT waypoint [mesh]", "WAYPOINT waypoint [mesh]", "PARENT neighbours");
        assertThat(routes.facts().gatewayClasses).extracting(c -> c.className() + " @" + c.className().place().line())
                .containsExactly("nginx @7", "istio-waypoint @19", "istio-east-west @29");
    }
}
