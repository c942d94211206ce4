package meshadvisor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Load.Protocol;
import meshadvisor.bench.Proofs.Evidence;
import meshadvisor.bench.Proofs.Outcome;
import meshadvisor.bench.Proofs.Plaintext;
import meshadvisor.bench.Proofs.Told;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines are those of real sidecars, before and after 200 requests over one connection. */
class ProofsTest {

    private static final Variant SIDECAR = Variants.of(Knowledge.LIBRARY).stream().filter(v -> v.id().equals("istio-sidecar")).findFirst()
            .orElseThrow();
    private static final Told CLIENT_BEFORE =
            told("client", "envoy_cluster_ssl_handshake{cluster_name=\"outbound|8080||srv.ns.svc.cluster.local\"} 0");
    private static final Told CLIENT_AFTER = told("client", """
            envoy_cluster_ssl_handshake{cluster_name="outbound|8080||srv.ns.svc.cluster.local"} 1
            envoy_cluster_upstream_cx_total{cluster_name="outbound|8080||srv.ns.svc.cluster.local"} 1
            envoy_cluster_upstream_rq_total{cluster_name="outbound|8080||srv.ns.svc.cluster.local"} 200""");
    private static final Told SERVER_BEFORE = told("server", "envoy_listener_ssl_handshake{listener_address=\"0.0.0.0_15006\"} 0");
    private static final Told SERVER_AFTER = told("server", """
            envoy_cluster_ssl_handshake{cluster_name="outbound|8080||srv.ns.svc.cluster.local"} 0
            envoy_cluster_upstream_cx_total{cluster_name="inbound|8080||"} 1
            envoy_cluster_upstream_rq_total{cluster_name="inbound|8080||"} 200
            envoy_listener_ssl_handshake{listener_address="0.0.0.0_15006"} 1""");
    private static final Plaintext REFUSED = new Plaintext(Outcome.REFUSED, "connection reset");

    private static Told told(String at, String lines) {
        return new Told(at.equals("client") ? Proof.At.CLIENT : Proof.At.SERVER, 15020, at, lines.lines().toList(), "");
    }

    private static List<Proved> judged(Protocol protocol, long sent, List<Told> before, List<Told> after) {
        return Proofs.of(SIDECAR, new Evidence(protocol, "ns", sent, before, after, REFUSED, List.of()));
    }

    private static List<Proved> real(Protocol protocol, long sent) {
        return judged(protocol, sent, List.of(CLIENT_BEFORE, SERVER_BEFORE), List.of(CLIENT_AFTER, SERVER_AFTER));
    }

    @Test
    void what_real_sidecars_count_for_200_requests_proves_the_way_of_200_requests() {
        assertThat(real(Protocol.HTTP1, 200)).hasSize(5).allMatch(Proved::held);
        assertThat(real(Protocol.HTTP1, 200)).extracting(Proved::seen)
                .contains("envoy_cluster_upstream_rq_total 0 → 200 for 200 requests", "refused (connection reset)");
    }

    @Test
    void a_request_that_took_another_way_breaks_the_proof_on_both_sides() {
        assertThat(real(Protocol.HTTP1, 201)).filteredOn(p -> !p.held()).hasSize(2).extracting(Proved::seen)
                .containsOnly("envoy_cluster_upstream_rq_total 0 → 200 for 201 requests");
    }

    @Test
    void of_tcp_connections_are_counted() {
        assertThat(real(Protocol.TCP, 100_000)).hasSize(5).allMatch(Proved::held).extracting(Proved::seen)
                .contains("envoy_cluster_upstream_cx_total 0 → 1");
    }

    @Test
    void a_connection_that_lived_on_from_the_drive_before_is_still_encrypted() {
        Told later = told("client", CLIENT_AFTER.lines().get(0) + "\n" + CLIENT_AFTER.lines().get(2).replace(" 200", " 400"));
        assertThat(judged(Protocol.HTTP1, 200, List.of(CLIENT_AFTER, SERVER_BEFORE), List.of(later, SERVER_AFTER))).allMatch(Proved::held);
    }

    @Test
    void several_servers_are_counted_together() {
        Told half = new Told(Proof.At.SERVER, 15020, "server.1", SERVER_AFTER.lines(), "");
        assertThat(judged(Protocol.HTTP1, 400, List.of(CLIENT_BEFORE, SERVER_BEFORE), List.of(CLIENT_AFTER, SERVER_AFTER, half)))
                .filteredOn(p -> p.shows().startsWith("The server's sidecar handed")).singleElement()
                .isEqualTo(new Proved("The server's sidecar handed the requests to the server.", true,
                        "envoy_cluster_upstream_rq_total 0 → 400 for 400 requests"));
    }

    @Test
    void a_page_that_is_missing_and_a_counter_that_is_missing_prove_nothing() {
        Told broken = new Told(Proof.At.SERVER, 15020, "server", List.of(), "timeout");
        assertThat(judged(Protocol.HTTP1, 200, List.of(CLIENT_BEFORE, SERVER_BEFORE), List.of(CLIENT_AFTER, broken)))
                .filteredOn(p -> !p.held()).hasSize(2).extracting(Proved::seen)
                .containsOnly("the page server could not be read: timeout");
        assertThat(judged(Protocol.HTTP1, 200, List.of(), List.of())).filteredOn(p -> !p.held()).hasSize(4).extracting(Proved::seen)
                .contains("nobody fetched /stats/prometheus of port 15020");
        assertThat(judged(Protocol.HTTP1, 200, List.of(CLIENT_BEFORE, SERVER_BEFORE), List.of(CLIENT_BEFORE, SERVER_AFTER)))
                .extracting(Proved::seen).anyMatch(s -> s.startsWith("there is no series envoy_cluster_upstream_rq_total"));
    }

    @Test
    void a_counter_that_fell_proves_nothing() {
        assertThat(judged(Protocol.HTTP1, 1, List.of(CLIENT_AFTER, SERVER_AFTER), List.of(
                told("client", CLIENT_AFTER.lines().get(2).replace(" 200", " 7")), SERVER_AFTER)))
                .extracting(Proved::seen).contains("envoy_cluster_upstream_rq_total 200 → 7 for 1 requests");
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, '', true", "TIMEOUT, '', true", "ANSWERED, status 200, false", "ANSWERED, status 403, true",
            "UNRESOLVED, '', false",
            "NOT_ASKED, '', false"})
    void only_a_plaintext_request_that_fails_at_the_server_proves_that_it_wants_encryption(Outcome outcome, String detail, boolean held) {
        Evidence evidence = new Evidence(Protocol.HTTP1, "ns", 1, List.of(), List.of(), new Plaintext(outcome, detail), List.of());
        assertThat(Proofs.of(SIDECAR, evidence).getLast().held()).isEqualTo(held);
    }

    @Test
    void the_namespace_stands_in_for_its_word() {
        Variant ambient = Variants.of(Knowledge.LIBRARY).stream().filter(v -> v.id().equals("istio-ambient")).findFirst().orElseThrow();
        String line =
                "istio_tcp_connections_opened_total{reporter=\"source\",destination_workload_namespace=\"%s\",connection_security_policy=\"%s\"} %d";
        Told before = new Told(Proof.At.NODE_AGENT, 15020, "agent-1", List.of(), "");
        Told after = new Told(Proof.At.NODE_AGENT, 15020, "agent-1",
                List.of(line.formatted("ns", "mutual_tls", 3), line.formatted("other", "unknown", 9)), "");
        List<Proved> proved = Proofs.of(ambient, new Evidence(Protocol.TCP, "ns", 5, List.of(before), List.of(after), REFUSED, List.of()));
        assertThat(proved).filteredOn(p -> p.shows().startsWith("The ztunnel of the client's")).allMatch(Proved::held);
        assertThat(proved).filteredOn(p -> p.shows().startsWith("No connection")).allMatch(Proved::held);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"x 1; x; 1", "x{} 1; x; 1", "x{a=\"b\"} 2.5e3 1700000000; x; 2500",
            "x{a=\"}\\\"\",b=\"c\",} 3; x; 3", "x +Inf; x; Infinity"})
    void lines_of_the_text_format_are_read(String line, String name, double value) {
        assertThat(Sample.of(line))
                .hasValueSatisfying(s -> assertThat(s).extracting(Sample::name, Sample::value).containsExactly(name, value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"# HELP x y", "``", "x", "x{a=b} 1", "x{a=\"b\"c} 1", "1x 2", "x 1-2"})
    void what_is_no_line_of_it_is_none(String line) {
        assertThat(Sample.of(line)).isEmpty();
    }

    @Test
    void labels_are_read_without_their_escapes() {
        assertThat(Sample.of("x{a=\"1\\\"2\\n\",b_c=\"d\"} 0").orElseThrow().labels()).isEqualTo(Map.of("a", "1\"2\n", "b_c", "d"));
        assertThat(Sample.of("x{path=\"C:\\\\new\\\\\\\\n\\d\"} 0").orElseThrow().labels()).isEqualTo(Map.of("path", "C:\\new\\\\n\\d"));
    }
}
