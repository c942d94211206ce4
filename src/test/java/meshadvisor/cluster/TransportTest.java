package meshadvisor.cluster;

import static meshadvisor.cluster.Fault.answer;
import static meshadvisor.cluster.Fault.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are busy, slow, broken or away. */
class TransportTest {

    private static final String TWO_PODS = "{\"kind\":\"PodList\",\"metadata\":{\"continue\":\"2\"},\"items\":["
            + ApiServer.pod("cart-0", "") + "," + ApiServer.pod("cart-1", "") + ",{\"metadata\":{\"na";

    @TempDir
    Path folder;

    private ApiServer server;
    private Live live;

    @BeforeEach
    void a_shop() throws IOException {
        server = ApiServer.http().shop(5);
        live = new Live(folder).cluster(server.address());
    }

    @AfterEach
    void the_server_ends() {
        server.close();
    }

    @Test
    void a_busy_server_is_asked_again_when_it_wants_to_be() throws IOException {
        server.fault(answer(429, "Retry-After", "1", "{\"message\":\"too many requests\"}").at("/api/v1/pods").times(1));
        var ran = live.assess().exits(0).sees("cart");
        assertThat(ran.out()).doesNotContain("too many requests");
        assertThat(server.seen("/api/v1/pods")).hasSize(2);
        assertThat(ran.took()).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void a_server_that_is_busy_for_ever_is_given_up_after_some_tries() throws IOException {
        server.fault(answer(429, "Retry-After", "0", "{\"message\":\"too many requests\"}").at("/api/v1/pods"));
        live.assess().exits(0).sees("cart").says("too many requests", "ask for more room in the API server's flow control");
        assertThat(server.seen("/api/v1/pods")).hasSize(Live.SHORT.tries());
    }

    @Test
    void a_server_that_wants_a_longer_pause_than_there_is_time_is_not_waited_for() throws IOException {
        server.fault(answer(429, "Retry-After", "3600", "{\"message\":\"too many requests\"}").at("/api/v1/pods"));
        live.assess("--timeout", "20s").exits(0).sees("cart").says("too many requests");
        assertThat(server.seen("/api/v1/pods")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void an_error_of_the_server_that_passes_leaves_no_trace(int code) throws IOException {
        server.fault(status(code, "etcd leader changed").at("/api/v1/pods").times(2));
        assertThat(live.assess().exits(0).sees("cart").out()).doesNotContain("etcd leader changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void an_error_of_the_server_that_stays_is_a_gap_and_the_pages_before_it_are_kept(int code) throws IOException {
        server.pagesOf(2).fault(status(code, "etcd leader changed").at("/api/v1/pods").after(2));
        live.assess().exits(0).sees("cart").says("whether there are more pods than the 2 that were seen", "etcd leader changed",
                "kubectl get pods -A shows whether the API server answers");
    }

    @Test
    void a_page_that_breaks_off_is_read_again() throws IOException {
        server.fault(Fault.brokenOff(TWO_PODS).at("/api/v1/pods").times(2));
        assertThat(live.assess().exits(0).sees("cart").out()).doesNotContain("read-pods");
        assertThat(server.seen("/api/v1/pods")).hasSize(3);
    }

    @Test
    void of_a_page_that_breaks_off_each_time_is_kept_what_came() throws IOException {
        server.fault(Fault.brokenOff(TWO_PODS).at("/api/v1/pods"));
        live.assess().exits(0).sees("cart").says("whether there are more pods than the 2 that were seen", "the connection to localhost:");
    }

    @Test
    void a_connection_that_is_reset_before_any_answer_is_named() throws IOException {
        try (RawServer odd = RawServer.that((connection, head) -> connection.setSoLinger(true, 0))) {
            live.cluster(odd.address()).assess().exits(6).says("the connection to localhost:" + odd.port() + " broke",
                    "check that the cluster runs and that the way to it is open");
        }
    }

    @Test
    void an_answer_that_trickles_ends_with_the_run_and_names_the_option() throws IOException {
        server.fault(Fault.trickle(TWO_PODS.substring(0, TWO_PODS.length() - 20)).at("/api/v1/pods"));
        var ran = live.assess("--timeout", "3s").exits(0).sees("cart");
        ran.says("whether there are more pods than the 1 that were seen", "within 3 s (--timeout)", "allow more time with --timeout");
        assertThat(ran.took()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(12));
    }

    @Test
    void one_answer_that_trickles_ends_with_its_own_time_and_the_rest_is_read() throws IOException {
        server.fault(Fault.trickle("{\"kind\":").at("/api/v1/pods"));
        live.assess("--request-timeout", "1s").exits(0).sees("cart").says("within 1 s (--request-timeout)");
    }

    @Test
    void a_list_that_is_never_answered_is_a_gap() throws IOException {
        server.fault(Fault.silence().at("/api/v1/pods"));
        live.assess("--request-timeout", "1s").exits(0).sees("cart").says("which pods there are",
                "no answer within 1 s (--request-timeout)");
    }

    @Test
    void a_server_that_accepts_and_never_answers_ends_with_the_run() throws IOException {
        server.fault(Fault.silence());
        var ran = live.assess("--timeout", "1s").exits(6).says("no answer within 1 s (--timeout)", "allow more time with --timeout");
        assertThat(ran.took()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void a_server_that_goes_away_in_mid_scan_and_comes_back_is_waited_for() throws IOException {
        Fault away = exchange -> {
            server.restart(1_000);
            exchange.close();
            return true;
        };
        server.pagesOf(2).fault(away.at("/api/v1/pods").after(2).times(1));
        var ran = live.patience(Patience.USUAL).assess().exits(0).sees("cart");
        assertThat(ran.out()).doesNotContain("\"read-");
        assertThat(ran.took()).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void a_server_that_goes_away_in_mid_scan_and_stays_away_leaves_what_was_seen() throws IOException {
        Fault away = exchange -> {
            exchange.close();
            server.close();
            return true;
        };
        server.pagesOf(2).fault(away.at("/api/v1/pods").after(2).times(1));
        live.assess().exits(0).says("whether there are more pods than the 2 that were seen", "nobody answers at localhost:" + server.port(),
                "kubectl get --raw /readyz");
    }

    @Test
    void a_server_that_is_not_there_is_named_with_what_to_check() throws IOException {
        int port = server.port();
        server.close();
        live.assess().exits(6).says("nobody answers at localhost:" + port, "check that the cluster runs");
    }

    @Test
    void a_name_that_nobody_knows_is_named() throws IOException {
        live.cluster("https://no-such-cluster.invalid:6443").assess("--timeout", "5s").exits(6)
                .says("the name no-such-cluster.invalid is not known");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403, 511})
    void a_web_page_in_the_place_of_json_is_a_portal_in_between(int code) throws IOException {
        server.fault(answer(code, "Content-Type", "text/html; charset=utf-8", "<html><body>Please log in"));
        live.assess().exits(6).says("a web page came in the place of JSON", "captive portal");
        assertThat(server.seen()).hasSizeLessThan(3);
    }

    @Test
    void a_redirect_to_another_host_is_not_followed() throws IOException {
        try (ApiServer other = ApiServer.http().shop(1)) {
            server.fault(answer(302, "Location", other.address() + "/version", ""));
            live.assess().exits(6).says("sends elsewhere, to " + other.address() + "/version", "no credential is shown");
            assertThat(other.seen()).isEmpty();
        }
    }

    @Test
    void the_usual_patience_bridges_a_restart_and_ends() {
        long all = 0;
        for (int tried = 1; tried < Patience.USUAL.tries(); tried++) {
            all += Patience.USUAL.pauseMillis(tried);
        }
        assertThat(all).isBetween(5_000L, 30_000L);
    }
}
