package meshadvisor.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static meshadvisor.prometheus.Asking.ask;
import static meshadvisor.prometheus.Asking.gap;
import static meshadvisor.prometheus.Asking.only;
import static meshadvisor.prometheus.PrometheusDouble.say;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the other side does, asking ends in time, with a cause and a remedy. */
@Timeout(60)
class FaultsTest {

    private static final String BEGIN = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[";
    private static final String ROW =
            "{\"metric\":{\"source_workload\":\"web\",\"destination_service_name\":\"cart\"},\"value\":[1,\"2\"]},";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | does not know who asks        | --prometheus-token-file
            403 | this identity may not ask     | a token that may query
            404 | there is no Prometheus API    | the address to which /api/v1/query can be added
            422 | could not work out the query  | a shorter --window
            503 | too busy or not ready         | ask again later
            500 | answered 500                  | ask again later
            """)
    void a_refusal_names_its_cause_and_remedy(int status, String cause, String remedy) {
        try (var prometheus = PrometheusDouble.doing(e -> say(e, status, ""))) {
            assertThat(gap(ask(prometheus))).contains(prometheus.url()).contains(cause).contains(remedy);
        }
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "404"})
    void who_refuses_everything_is_asked_once(int status) {
        try (var prometheus = PrometheusDouble.doing(e -> say(e, status, ""))) {
            ask(prometheus);

            assertThat(prometheus.queries()).hasSize(1);
        }
    }

    @Test
    void what_prometheus_says_is_wrong_with_a_query_is_told() {
        String body = "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"too many samples\"}";
        try (var prometheus = PrometheusDouble.doing(e -> say(e, 422, body))) {
            assertThat(gap(ask(prometheus))).contains("answered 422 (too many samples)");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <!DOCTYPE html><html>Sign in</html>                 | a web page instead of JSON
            hello                                               | something else than JSON
            ''                                                  | nothing instead of JSON
            {"status":"error","error":"query timed out"}        | an error: query timed out
            {"status":"success","data":{"result":[{"metric"     | broke off
            {"status":"success","data":{"result":[}}            | broke off
            """)
    void an_answer_that_is_none_is_a_gap(String body, String cause) {
        try (var prometheus = PrometheusDouble.doing(e -> say(e, 200, body))) {
            assertThat(gap(ask(prometheus))).contains(cause);
        }
    }

    @Test
    void nobody_follows_a_redirect_and_the_token_stays_at_home() {
        try (var elsewhere = PrometheusDouble.of("istio"); var prometheus = PrometheusDouble.doing(e -> {
            e.getResponseHeaders().add("Location", elsewhere.url() + "/api/v1/query");
            say(e, 302, "");
        }); HttpFetch fetch = prometheus.fetch("secret")) {
            var seen = Prometheus.observe(fetch, Asking.SOURCES, Asking.WINDOW, Asking.BOUNDS);

            assertThat(prometheus.authorizations()).containsExactly("Bearer secret");
            assertThat(elsewhere.authorizations()).isEmpty();
            assertThat(gap(seen)).contains("points to " + elsewhere.url()).contains("was not followed").doesNotContain("secret");
        }
    }

    @Test
    void a_huge_body_is_not_read_to_its_end() {
        try (var prometheus = PrometheusDouble.doing(e -> endless(e, Duration.ZERO))) {
            assertThat(gap(ask(prometheus, only("istio")))).contains("is larger than 1 MiB");
        }
    }

    @Test
    void a_connection_that_is_reset_in_the_middle_is_a_gap_and_the_next_question_is_asked() {
        try (var prometheus = PrometheusDouble.doing(e -> {
            e.sendResponseHeaders(200, 1_000_000);
            e.getResponseBody().write(BEGIN.getBytes(UTF_8));
            e.getResponseBody().flush();
            throw new IOException("reset on purpose");
        })) {
            var seen = ask(prometheus, only("istio"));

            assertThat(gap(seen)).contains("broke off");
            assertThat(seen.observed().flows()).isEmpty();
            assertThat(prometheus.queries()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_slow_loris_is_left_when_the_time_is_over() {
        try (var prometheus = PrometheusDouble.doing(e -> endless(e, Duration.ofMillis(100)))) {
            Instant start = Instant.now();
            var seen = ask(prometheus);

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(8));
            assertThat(gap(seen)).contains("had not answered in full after");
        }
    }

    @Test
    void nothing_behind_the_address_is_a_gap() {
        var closed = PrometheusDouble.of("istio");
        closed.close();

        assertThat(gap(ask(closed))).contains("nothing answers at " + closed.url()).contains("kubectl port-forward");
    }

    private static void endless(HttpExchange exchange, Duration pause) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(BEGIN.getBytes(UTF_8));
        try {
            for (int i = 0; i < 1_000_000; i++) {
                out.write(ROW.getBytes(UTF_8));
                if (!pause.isZero()) {
                    out.flush();
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
