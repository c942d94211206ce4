package meshadvisor.load.janitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.load.net.Credentials;
import meshadvisor.load.net.Keys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The janitor against an API server that answers what a test wants, in this order. */
@Timeout(120)
class JanitorTest {

    private static final String A = "meshadvisor-bench-r1-a";
    private static final String B = "meshadvisor-bench-r1-b";
    private static final String OWN = "meshadvisor-bench-r1-ctl";

    @TempDir
    Path account;

    private final List<String> asked = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<Duration> paused = new ArrayList<>();
    private final Map<String, Deque<Integer>> answers = new HashMap<>();
    private HttpServer server;
    private Instant at = Instant.MAX;
    private long now;
    private Instant clock = Instant.parse("2026-11-28T05:00:00Z");

    private final Waits waits = new Waits() {
        @Override
        public void pause(Duration time) {
            paused.add(time);
            now += time.toNanos();
        }

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public Instant now() {
            return clock.plusNanos(now);
        }
    };

    @BeforeEach
    void serve() throws IOException {
        Files.writeString(account.resolve("token"), "first.token\n");
        Files.writeString(account.resolve("namespace"), OWN);
        serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    private void serve(HttpServer instead) {
        server = instead;
        server.createContext("/api/v1/namespaces/", exchange -> {
            try (exchange) {
                var name = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
                asked.add(exchange.getRequestMethod() + " " + name + " " + exchange.getRequestHeaders().getFirst("Authorization"));
                var left = answers.getOrDefault(name, new ArrayDeque<>(List.of(404)));
                int status = left.size() > 1 ? left.poll() : left.element();
                byte[] body = "{\"kind\":\"Status\",\"message\":\"no: %d\"}".formatted(status).getBytes(UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void answer(String namespace, Integer... statuses) {
        answers.put(namespace, new ArrayDeque<>(List.of(statuses)));
    }

    private void remove(String scheme, int after, String... namespaces) {
        var api = new Api(URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort()), account, Duration.ofSeconds(5));
        new Janitor(api, waits, said::add).remove(List.of(namespaces), new Janitor.When(at, Duration.ofSeconds(after)));
    }

    @Test
    void it_waits_and_deletes_until_each_is_gone_its_own_last() {
        answer(A, 200, 409, 404);
        answer(B, 404);
        answer(OWN, 200);
        remove("http", 40, OWN, A, B);
        assertThat(paused).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(asked).allMatch(each -> each.startsWith("DELETE ") && each.endsWith(" Bearer first.token"))
                .extracting(each -> each.split(" ")[1]).containsExactly(A, B, A, A, OWN);
        assertThat(said).containsExactly("deleting " + OWN + ", " + A + ", " + B + " in 40 s", A + ": being deleted", B + ": gone",
                A + ": gone",
                OWN + ": being deleted", "done");
    }

    @Test
    void one_that_is_started_anew_waits_for_what_is_left_and_not_at_all_if_it_is_late() {
        at = clock.plusSeconds(100);
        clock = clock.plusSeconds(75);
        remove("http", 600, A);
        clock = clock.plusSeconds(500);
        remove("http", 600, B);
        assertThat(paused).containsExactly(Duration.ofSeconds(25));
        assertThat(said).contains("deleting " + A + " in 25 s", "deleting " + B + " in 0 s", B + ": gone");
    }

    @Test
    void a_clock_that_is_behind_makes_it_no_later_than_it_was_told_to_wait_at_most() {
        at = clock.plus(Duration.ofDays(1));
        remove("http", 45, A);
        assertThat(paused).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(15));
    }

    @Test
    void what_is_refused_is_tried_again_for_as_long_as_it_takes_with_longer_pauses_and_said_once() {
        answer(A, 403, 403, 500, 401, 200, 404);
        remove("http", 0, A);
        assertThat(paused).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(said)
                .contains(A + ": not deleted yet, and tried again: 403 no: 403", A + ": not deleted yet, and tried again: 500 no: 500",
                        A + ": gone")
                .hasSize(7);
    }

    @Test
    void its_own_is_tried_again_too() {
        answer(OWN, 500, 200);
        remove("http", 0, OWN);
        assertThat(asked).hasSize(2);
        assertThat(said).last().isEqualTo("done");
    }

    @Test
    void a_namespace_that_never_goes_does_not_keep_its_own() {
        answer(A, 200, 409);
        answer(OWN, 200);
        remove("http", 0, A, OWN);
        assertThat(said).contains(A + ": still being deleted after 5 min; not waited for any longer", OWN + ": being deleted");
        assertThat(paused).allMatch(pause -> pause.toSeconds() <= 30);
    }

    @Test
    void a_token_that_rotates_is_read_anew() throws IOException {
        answer(A, 401, 404);
        var api = new Api(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), account, Duration.ofSeconds(5));
        assertThat(api.delete(A)).isEqualTo(new Reply.Refused("401 no: 401"));
        Files.writeString(account.resolve("token"), "second.token");
        assertThat(api.delete(A)).isEqualTo(new Reply.Gone());
        assertThat(asked).containsExactly("DELETE " + A + " Bearer first.token", "DELETE " + A + " Bearer second.token");
    }

    @Test
    void no_token_is_ever_said_not_even_a_broken_one() throws IOException {
        Files.writeString(account.resolve("token"), "secret\nsecret");
        var api = new Api(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), account, Duration.ofSeconds(5));
        assertThat(api.delete(A)).isEqualTo(new Reply.Refused(account.resolve("token") + " holds no token"));
        Files.delete(account.resolve("token"));
        assertThat(api.delete(A)).isEqualTo(new Reply.Refused(account.resolve("token") + ": there is no such file"));
    }

    @Test
    void a_server_that_is_away_or_mute_is_a_refusal_in_time() throws IOException {
        var away = new Api(URI.create("http://127.0.0.1:1"), account, Duration.ofSeconds(5));
        assertThat(away.delete(A)).isEqualTo(new Reply.Refused("127.0.0.1:1: no connection"));
        try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var api = new Api(URI.create("http://127.0.0.1:" + mute.getLocalPort()), account, Duration.ofSeconds(1));
            assertThat(api.delete(A)).isEqualTo(new Reply.Refused("127.0.0.1:" + mute.getLocalPort() + " did not answer in 1 s"));
        }
    }

    @Test
    void with_TLS_only_the_authority_of_the_account_is_trusted() throws IOException {
        server.stop(0);
        var own = Keys.make(account, "api", "ip:127.0.0.1", "EC");
        var other = Keys.make(account, "other", "ip:127.0.0.1", "EC");
        var https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(Credentials.context(Optional.empty(), Optional.of(own))));
        serve(https);
        var api = new Api(URI.create("https://127.0.0.1:" + server.getAddress().getPort()), account, Duration.ofSeconds(10));
        assertThat(api.delete(A)).isEqualTo(new Reply.Refused(account.resolve("ca.crt") + ": there is no such file"));
        Files.copy(other.certificates(), account.resolve("ca.crt"));
        assertThat(api.delete(A)).isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.why()).contains("SSL"));
        assertThat(asked).isEmpty();
        Files.delete(account.resolve("ca.crt"));
        Files.copy(own.certificates(), account.resolve("ca.crt"));
        assertThat(api.delete(A)).isEqualTo(new Reply.Gone());
    }
}
