package meshadvisor.signal;

import static meshadvisor.model.Observed.Encryption.ENCRYPTED;
import static meshadvisor.model.Observed.Encryption.ENCRYPTED_WITH_IDENTITY;
import static meshadvisor.model.Observed.Encryption.NO_DATA;
import static meshadvisor.model.Observed.Encryption.PLAINTEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import meshadvisor.model.Answers;
import meshadvisor.model.Edge;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed.Encryption;
import meshadvisor.support.Flows;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrafficSignalsTest {

    private static final String MESH = """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}
            ---
            {apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: default, namespace: shop}, spec: {mtls: {mode: STRICT}}}
            ---
            {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: cart, namespace: shop},
             spec: {hosts: [cart], http: [{retries: {attempts: 3}, route: [{destination: {host: cart}}]}]}}
            ---
            """;
    private static final String SHOP = String.join("\n---\n", Small.deployment("web", "shop/web:1"), Small.service("web", "web"),
            Small.deployment("cart-v1", "shop/cart:1"), Small.service("cart", "cart-v1"));

    private static World world(Flows flows) {
        return World.of(Scan.of(MESH + SHOP).snapshot().with(flows.observed(), List.of()), Knowledge.CATALOGUE, Answers.NONE);
    }

    private static double share(MtlsCoverage coverage, Encryption encryption) {
        return ((Measured.Value) coverage.share(encryption)).value();
    }

    @Test
    void coverage_counts_requests_by_their_protection_and_edges_by_their_worst_flow() {
        MtlsCoverage coverage = MtlsCoverage.of(Flows.NONE.with("shop/web", "shop/cart", ENCRYPTED_WITH_IDENTITY, 90)
                .with("shop/web", "shop/cart", PLAINTEXT, 6).with("", "shop/web", ENCRYPTED, 4).uncounted("shop/cart", "db", NO_DATA)
                .observed());

        assertThat(share(coverage, ENCRYPTED_WITH_IDENTITY)).isCloseTo(0.9, within(1e-9));
        assertThat(share(coverage, PLAINTEXT)).isCloseTo(0.06, within(1e-9));
        assertThat(coverage.edges()).containsEntry(PLAINTEXT, 1).containsEntry(ENCRYPTED, 1).containsEntry(NO_DATA, 1).hasSize(3);
        assertThat(coverage.plaintext()).singleElement()
                .satisfies(edge -> assertThat(edge.evidence().sentence()).contains("6.00 requests/s")
                        .contains("istio_requests_total").contains("1h before 2026-09-17T12:00:00Z"));
    }

    @Test
    void where_nobody_counts_requests_their_shares_are_no_data() {
        MtlsCoverage coverage = MtlsCoverage.of(Flows.NONE.uncounted("web", "cart", PLAINTEXT).observed());

        assertThat(coverage.total()).isInstanceOf(Measured.Missing.class);
        assertThat(coverage.share(PLAINTEXT)).isInstanceOf(Measured.Missing.class);
        assertThat(coverage.plaintext()).hasSize(1);
    }

    @Test
    void the_l7_share_is_one_of_requests_where_they_are_seen() {
        Flows flows = Flows.NONE.with("", "shop/web", NO_DATA, 90).with("shop/web", "shop/cart", NO_DATA, 10);

        assertThat(new ClusterSignals(world(Flows.NONE)).of("l7-share").words()).isEqualTo("0.50");
        Reading seen = new ClusterSignals(world(flows)).of("l7-share");
        assertThat(seen.words()).isEqualTo("0.10");
        assertThat(seen.seenAt().getFirst().sentence())
                .isEqualTo("of 100 requests/s to application services 10.0 go to those, seen in the 1h"
                        + " before 2026-09-17T12:00:00Z");
    }

    @Test
    void an_observed_call_joins_the_others_under_the_names_of_the_scan() {
        List<Edge> calls = world(Flows.NONE.with("shop/web", "cart-v1", NO_DATA, 1).with("elsewhere/job", "shop/cart", NO_DATA, 1)).calls();

        assertThat(calls).extracting(e -> e.from() + " > " + e.to()).contains("Deployment shop/web > cart.shop",
                "Caller elsewhere/job > cart.shop");
    }

    @Test
    void a_caller_that_metrics_name_by_its_service_is_the_workload_behind_it() {
        assertThat(world(Flows.NONE.with("cart", "web", NO_DATA, 1)).calls()).extracting(e -> e.from() + " > " + e.to())
                .contains("Deployment shop/cart-v1 > web.shop");
    }

    @ParameterizedTest
    @EnumSource(Encryption.class)
    void only_observed_plaintext_shows_that_somebody_calls_a_strict_workload_without_a_proxy(Encryption encryption) {
        World world = world(Flows.NONE.with("", "shop/cart", encryption, 2));
        Subject strict = Subjects.of(world, "mtls-setting").getFirst();

        Reading outside = strict.readings().of("called-from-outside");

        assertThat(outside.words()).isEqualTo(encryption == PLAINTEXT ? "yes" : "unknown");
        assertThat(strict.readings().of("callers-known").words()).isEqualTo("no"); // nobody says who it is
        assertThat(outside.seenAt()).allMatch(e -> e.sentence().contains("in plaintext, seen in the 1h"));
    }

    @Test
    void an_observed_caller_is_a_known_one() {
        World world = world(Flows.NONE.with("shop/web", "shop/cart", ENCRYPTED_WITH_IDENTITY, 2));

        assertThat(Subjects.of(world, "mtls-setting").getFirst().readings().of("callers-known").words()).isEqualTo("yes");
    }
}
