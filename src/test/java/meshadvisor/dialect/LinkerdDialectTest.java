package meshadvisor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.dialect.linkerd.LinkerdAnnotations;
import meshadvisor.dialect.linkerd.LinkerdDialect;
import org.junit.jupiter.api.Test;

class LinkerdDialectTest {

    private final Manifest resources = Manifest.read("linkerd-resources.yaml", new LinkerdDialect());
    private final Manifest annotations = Manifest.read("linkerd-annotations.yaml", (item, facts) -> LinkerdAnnotations.read(item, facts));

    @Test
    void a_service_profile_is_a_route_of_its_service_with_one_rule_per_route() {
        assertThat(resources.routes()).containsExactly("linkerd INTERNAL hosts [checkout.shop.svc.cluster.local]", "linkerd INTERNAL");
        assertThat(resources.rules()).containsExactly(
                "MOST_SPECIFIC GET /orders REGEX /orders [GET] @10 retries 1 @12 @8",
                "MOST_SPECIFIC POST /orders REGEX /orders [POST] narrowed @15 @13",
                "MOST_SPECIFIC reads REGEX /a [GET] @23 or REGEX /b narrowed @24 @20",
                "MOST_SPECIFIC PREFIX /orders @41 @40");
    }

    @Test
    void policies_allow_identities_and_networks_are_none() {
        assertThat(resources.policies()).containsExactly(
                "ALLOW linkerd [orders] if [shop-clients @55] http @54",
                "ALLOW linkerd if @67",
                "ALLOW linkerd [checkout] if [*.shop.serviceaccount.identity.linkerd.cluster.local @81, frontend @80] @78",
                "ALLOW linkerd [checkout] if @89");
    }

    @Test
    void resources_use_what_they_configure() {
        assertThat(resources.uses()).containsExactly(
                "retries linkerd INTERNAL @12", "timeouts linkerd INTERNAL @18", "split-weight linkerd INTERNAL @26",
                "authorization-identity linkerd INTERNAL @55", "mtls-identity linkerd INTERNAL @55",
                "authorization-http linkerd INTERNAL @50",
                "authorization-identity linkerd INTERNAL @81", "mtls-identity linkerd INTERNAL @81",
                "authorization-identity linkerd INTERNAL @98", "mtls-identity linkerd INTERNAL @98",
                "mtls-identity linkerd INTERNAL @106",
                "rate-limit-local linkerd INTERNAL @121", "multi-cluster linkerd INTERNAL @129");
    }

    @Test
    void annotations_of_services_and_internal_routes_count_and_those_at_the_edge_do_not() {
        assertThat(annotations.uses()).containsExactly(
                "circuit-breaking linkerd INTERNAL @9", "timeouts linkerd INTERNAL @13", "multi-cluster linkerd INTERNAL @7",
                "retries linkerd INTERNAL @10",
                "retries linkerd INTERNAL @28");
    }

    @Test
    void annotated_retries_cover_every_request_of_a_service_and_the_conditions_of_a_route() {
        assertThat(annotations.routes()).containsExactly("linkerd INTERNAL parents [checkout]", "linkerd INTERNAL parents [cart]",
                "linkerd INTERNAL parents [checkout]");
        assertThat(annotations.rules()).containsExactly(
                "MOST_SPECIFIC ANY @1 retries 3 5xx,internal @10 @1",
                "MOST_SPECIFIC ANY @15 retries 0 5xx @20 @15",
                "MOST_SPECIFIC PREFIX / [GET] @34 retries 1 gateway-error @28 @33");
    }

    @Test
    void a_route_is_told_by_the_gateway_api_and_only_its_annotations_by_linkerd() {
        Manifest routes = Manifest.read("linkerd-annotations.yaml", new LinkerdDialect());
        assertThat(routes.routes()).containsExactly("linkerd INTERNAL parents [checkout]");
        assertThat(routes.references()).isEmpty();
    }
}
