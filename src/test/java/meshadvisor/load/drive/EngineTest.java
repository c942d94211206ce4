package meshadvisor.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import meshadvisor.load.drive.Plan.Waiting;
import meshadvisor.load.record.Kind;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.schedule.Distribution.Uniform;
import meshadvisor.load.wire.EchoClient;
import meshadvisor.load.wire.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The open loop on loopback, against peers that behave well. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class EngineTest {

    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void every_request_is_answered_and_counted_on_connections_that_are_kept(Waiting waiting) throws IOException {
        try (var peer = Peer.answering(HELLO)) {
            var counts = new Trial().to(peer).waiting(waiting).run(400, 1_000);
            assertThat(counts.completed()).isEqualTo(400);
            assertThat(counts.sent()).isEqualTo(400);
            assertThat(counts.answerBytes()).isEqualTo(400L * 5);
            assertThat(counts.bytesReceived()).isEqualTo(400L * HELLO.length());
            assertThat(counts.bytesSent()).isEqualTo(400L * "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n".length());
            assertThat(peer.accepted()).isEqualTo(4);
            assertThat(peer.asked()).hasSize(400);
        }
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void each_request_has_a_connection_of_its_own_where_that_is_asked_for(Waiting waiting) throws IOException {
        try (var peer = Peer.answering(HELLO)) {
            var counts = new Trial().to(peer).waiting(waiting).closingEach().run(200, 500);
            assertThat(counts.completed()).isEqualTo(200);
            assertThat(counts.connections()).isEqualTo(200);
            assertThat(peer.accepted()).isEqualTo(200);
            assertThat(peer.asked()).allMatch(asked -> asked.header("connection").orElse("").equals("close"));
        }
    }

    @Test
    void connections_that_the_server_closes_after_each_answer_are_opened_again() throws IOException {
        try (var peer = Peer.once(client -> client.say(HELLO.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")))) {
            assertThat(new Trial().to(peer).run(100, 200).completed()).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @CsvSource({"HEAD, HTTP/1.1 200 OK!Content-Length: 1000!!, 0", "GET, HTTP/1.1 304 Not Modified!Content-Length: 1000!!, 0",
            "GET, HTTP/1.1 204 No Content!!, 0", "GET, HTTP/1.1 200 OK!Transfer-Encoding: chunked!!3;x=1!abc!1!d!0!Trailer: a!!, 4",
            "GET, HTTP/1.1 100 Continue!!HTTP/1.1 103 Early Hints!Link: a!!HTTP/1.1 200 OK!Content-length:\t3 !!abc, 3",
            "GET, http/1.1 200!content-LENGTH:0!!, 0", "GET, HTTP/1.0 200 OK!Connection: keep-alive!Content-Length: 1!!x, 1"})
    void answers_end_where_they_do(String method, String answer, int bytes) throws IOException {
        try (var peer = Peer.answering(answer.replace("!", "\r\n"))) {
            var counts = new Trial().routes(Trial.route(method, 1)).to(peer).run(50, 500);
            assertThat(counts.completed()).isEqualTo(50);
            assertThat(counts.answerBytes()).isEqualTo(50L * bytes);
            assertThat(peer.accepted()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0 200 OK\r\n\r\nhello", "HTTP/1.1 200 OK\r\n\r\nhello"})
    void an_answer_may_end_with_its_connection(String answer) throws IOException {
        try (var peer = Peer.once(client -> client.say(answer))) {
            var counts = new Trial().to(peer).run(50, 200);
            assertThat(counts.completed()).isEqualTo(50);
            assertThat(counts.answerBytes()).isEqualTo(250);
        }
    }

    @Test
    void answers_may_come_in_pieces() throws IOException {
        var whole = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nTrailer: a\r\n\r\n";
        try (var peer = new Peer(client -> {
            for (int cut = 1; client.request().isPresent(); cut = cut % (whole.length() - 1) + 1) {
                client.say(whole.substring(0, cut));
                Thread.sleep(2);
                client.say(whole.substring(cut));
            }
        })) {
            assertThat(new Trial().connections(1).to(peer).run(2 * whole.length(), 200).completed()).isEqualTo(2L * whole.length());
        }
    }

    @Test
    void bodies_may_be_larger_than_any_buffer() throws IOException {
        var body = "x".repeat(3_000_000);
        try (var peer = Peer.answering("HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n" + body)) {
            var counts = new Trial().routes(Trial.route("POST", 1)).payload(new Fixed(2_000_000)).to(peer).run(10, 50);
            assertThat(counts.completed()).isEqualTo(10);
            assertThat(counts.answerBytes()).isEqualTo(30_000_000);
            assertThat(peer.asked()).allMatch(asked -> asked.body() == 2_000_000);
            assertThat(counts.bytesSent()).isGreaterThan(20_000_000);
        }
    }

    @Test
    void sizes_are_sent_and_asked_for_as_they_are_drawn() throws IOException {
        try (var peer = Peer.answering(NO_CONTENT)) {
            new Trial().routes(Trial.route("POST", 1)).payload(new Uniform(10, 20)).wanted(new Uniform(3, 5)).to(peer).run(200, 1_000);
            assertThat(peer.asked().stream().map(Peer.Asked::body).distinct().sorted()).containsExactly(10L, 11L, 12L, 13L, 14L, 15L, 16L,
                    17L, 18L, 19L, 20L);
            assertThat(peer.asked().stream().map(asked -> asked.header("x-response-bytes").orElse("")).distinct().sorted())
                    .containsExactly("3", "4", "5");
        }
    }

    @Test
    void methods_and_targets_get_their_shares() throws IOException {
        try (var often = Peer.answering(NO_CONTENT); var seldom = Peer.answering(NO_CONTENT)) {
            var counts = new Trial().routes(Trial.route("GET", 3), Trial.route("POST", 1)).to(often.address(), 3).to(seldom.address(), 1)
                    .run(800, 2_000);
            assertThat(counts.completed()).isEqualTo(800);
            assertThat(often.asked().size() + seldom.asked().size()).isEqualTo(800);
            assertThat(often.asked().size()).isBetween(600 - 62, 600 + 62); // five deviations of a binomial
            long posts = often.asked().stream().filter(asked -> asked.method().equals("POST")).count();
            assertThat(posts).isBetween(95L, 210L);
            assertThat(often.asked().stream().filter(asked -> asked.method().equals("POST")))
                    .allMatch(asked -> asked.header("content-length").orElse("").equals("0"));
        }
    }

    @Test
    void raw_bytes_come_back() throws IOException {
        try (var peer = new Peer(client -> client.in().transferTo(client.socket().getOutputStream()))) {
            var counts = new Trial().protocol(routes -> new EchoClient()).payload(new Uniform(0, 100_000)).to(peer).run(100, 500);
            assertThat(counts.completed()).isEqualTo(100);
            assertThat(counts.bytesReceived()).isEqualTo(counts.bytesSent()).isEqualTo(counts.answerBytes());
        }
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void a_server_that_stalls_does_not_slow_the_schedule(Waiting waiting) throws IOException {
        try (var peer = Peer.once(Peer.Connected::waitUntilClosed)) {
            var counts = new Trial().inFlight(50).timeout(2_000).waiting(waiting).to(peer).run(300, 1_000);
            assertThat(counts.failed()).containsOnlyKeys(Failure.TIMEOUT);
            assertThat(counts.allFailed()).isGreaterThanOrEqualTo(50);
            assertThat(counts.dropped()).isEqualTo(300 - counts.allFailed()).isPositive();
            assertThat(counts.sent()).isLessThanOrEqualTo(counts.allFailed());
        }
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void a_stall_is_in_the_latency_of_all_that_were_due_in_it(Waiting waiting) throws IOException {
        var number = new AtomicInteger();
        try (var peer = new Peer(client -> {
            while (client.request().isPresent()) {
                if (number.incrementAndGet() == 20) {
                    Thread.sleep(500);
                }
                client.say(NO_CONTENT);
            }
        })) {
            var trial = new Trial().connections(1).waiting(waiting).to(peer);
            assertThat(trial.run(200, 200).completed()).isEqualTo(200);
            // One each 5 ms: the first 50 that are due within the stall wait for at least half of it, on however slow a machine.
            var latency = trial.totals().histogram(Kind.LATENCY);
            assertThat(latency.getCountBetweenValues(249 * Trial.MILLISECOND, Long.MAX_VALUE / 2)).isGreaterThanOrEqualTo(50);
            assertThat(latency.getMaxValue()).isGreaterThanOrEqualTo(500 * Trial.MILLISECOND);
            // Timed from the sending, only one of them would have been seen: all others were sent after it.
            assertThat(trial.totals().histogram(Kind.SERVICE).getMaxValue()).isGreaterThanOrEqualTo(500 * Trial.MILLISECOND);
        }
    }

    @Test
    void the_schedule_error_of_every_request_is_recorded() throws IOException {
        try (var peer = Peer.answering(NO_CONTENT)) {
            var trial = new Trial().to(peer);
            trial.run(100, 1_000);
            assertThat(trial.totals().histogram(Kind.SCHEDULE).getTotalCount()).isEqualTo(100);
            assertThat(List.of(Kind.WAIT, Kind.SERVICE, Kind.LATENCY))
                    .allMatch(kind -> trial.totals().histogram(kind).getTotalCount() == 100);
        }
    }
}
