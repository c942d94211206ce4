package meshadvisor.load.serve;

import static meshadvisor.load.serve.Client.GET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.serve.Client.Answer;
import org.junit.jupiter.api.Test;

/** The echo server on loopback: what clients of all kinds see. */
class ServerTest {

    private static final long MILLISECOND = 1_000_000;
    private static final Fixed NOTHING = new Fixed(0);

    @Test
    void it_answers_as_long_as_it_is_asked() throws IOException {
        try (var server = Client.serve(Offer.of(new Behaviour(NOTHING, new Fixed(7), 0, 1))); var client = Client.of(server)) {
            assertThat(client.ask("")).isEqualTo(new Answer(200, 7));
            assertThat(client.ask("x-response-bytes: 5000000\r\n")).isEqualTo(new Answer(200, 5_000_000));
            assertThat(client.ask("x-error-status: 418\r\n")).isEqualTo(new Answer(418, 7));
            assertThat(client.ask("Connection: close\r\n")).isEqualTo(new Answer(200, 7));
            assertThat(client.untilClosed()).isZero();
        }
    }

    @Test
    void requests_one_behind_the_other_are_all_answered() throws IOException {
        try (var server = Client.serve(Offer.of(Behaviour.PLAIN)); var client = Client.of(server)) {
            client.say(GET.repeat(5_000)).say(GET.replace("Host", "x-response-bytes: 100000\r\nHost").repeat(20));
            for (int i = 0; i < 5_000; i++) {
                assertThat(client.answer()).isEqualTo(new Answer(200, 0));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(client.answer()).isEqualTo(new Answer(200, 100_000));
            }
        }
    }

    @Test
    void an_answer_waits_for_its_service_time() throws IOException {
        try (var server = Client.serve(Offer.of(new Behaviour(new Fixed(20 * MILLISECOND), NOTHING, 0, 1)));
                var client = Client.of(server)) {
            long begun = System.nanoTime();
            client.say(GET.repeat(3));
            for (int i = 0; i < 3; i++) {
                assertThat(client.answer()).isEqualTo(new Answer(200, 0));
            }
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(20 * MILLISECOND);
        }
    }

    @Test
    void health_neither_waits_nor_fails_nor_counts() throws IOException {
        Tally tally;
        try (var server = Client.serve(Offer.of(new Behaviour(new Fixed(Long.MAX_VALUE / 4), NOTHING, 1, 1)));
                var client = Client.of(server)) {
            assertThat(client.say(GET.replace("/ ", "/healthz ")).answer()).isEqualTo(new Answer(200, 0));
            tally = ended(server);
        }
        assertThat(tally.requests()).isZero();
        assertThat(tally.connections()).isEqualTo(1);
    }

    @Test
    void so_many_requests_fail_as_was_asked_for_and_all_is_counted() throws IOException {
        Tally tally;
        int failed = 0;
        try (var server = Client.serve(Offer.of(new Behaviour(NOTHING, NOTHING, 0.25, 42))); var client = Client.of(server)) {
            client.say(GET.repeat(2_000));
            for (int i = 0; i < 2_000; i++) {
                failed += client.answer().status() == 503 ? 1 : 0;
            }
            tally = ended(server);
        }
        assertThat(failed).isBetween(420, 580); // ± 4 standard deviations
        assertThat(tally.requests()).isEqualTo(2_000);
        assertThat(tally.errors()).isEqualTo(failed);
        assertThat(tally.received()).isEqualTo(2_000L * GET.length());
        assertThat(tally.json()).startsWith("{\"requests\":2000,\"errors\":" + failed + ",\"bytesReceived\":").endsWith("}");
    }

    @Test
    void raw_bytes_go_back() throws IOException {
        var offer = new Offer(Spoken.TCP, new Behaviour(new Fixed(MILLISECOND), NOTHING, 0, 1), Onward.NOWHERE, Bounds.USUAL, Idle.PARK,
                Optional.empty());
        try (var server = Client.serve(offer); var client = Client.of(server)) {
            assertThat(client.say("hello").bytes(5)).isEqualTo("hello");
            var text = "abcdefghij".repeat(20_000);
            var writer = Thread.ofPlatform().start(() -> {
                try {
                    client.say(text);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(client.bytes(200_000)).isEqualTo(text);
            assertThat(writer.isAlive()).isFalse();
        }
    }

    @Test
    void a_client_that_has_said_everything_still_hears_the_answer() throws IOException {
        try (var server = Client.serve(Offer.of(new Behaviour(new Fixed(20 * MILLISECOND), NOTHING, 0, 1)));
                var client = Client.of(server)) {
            client.say(GET).socket().shutdownOutput();
            assertThat(client.answer()).isEqualTo(new Answer(200, 0));
            assertThat(client.untilClosed()).isZero();
        }
    }

    @Test
    void a_refused_request_is_told_why_although_more_of_it_is_on_its_way() throws IOException {
        try (var server = Client.serve(Offer.of(Behaviour.PLAIN)); var client = Client.of(server)) {
            client.say("GET / HTTP/1.1\r\nHost: a\r\n" + ("a: " + "b".repeat(1000) + "\r\n").repeat(100));
            assertThat(client.answer()).isEqualTo(new Answer(431, 0));
            assertThat(client.untilClosed()).isZero();
        }
    }

    @Test
    void connections_beyond_the_bound_are_closed_at_once() throws IOException {
        var bounds = new Bounds(3, Duration.ofSeconds(30), Duration.ofSeconds(10));
        Tally tally;
        try (var server = Client.serve(patient(bounds)); var first = Client.of(server); var second = Client.of(server);
                var third = Client.of(server)) {
            assertThat(List.of(first.ask(""), second.ask(""), third.ask(""))).containsOnly(new Answer(200, 0));
            try (var fourth = Client.of(server)) {
                assertThat(fourth.untilClosed()).isZero();
            }
            first.say("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").untilClosed();
            try (var fifth = Client.of(server)) {
                assertThat(fifth.ask("")).isEqualTo(new Answer(200, 0));
            }
            tally = ended(server);
        }
        assertThat(tally.connections()).isEqualTo(4);
        assertThat(tally.refused()).isEqualTo(1);
    }

    @Test
    void who_never_ends_a_request_is_left() throws IOException {
        try (var server = Client.serve(patient(new Bounds(10, Duration.ofMillis(100), Duration.ofSeconds(10))));
                var loris = Client.of(server); var idle = Client.of(server)) {
            assertThat(idle.ask("")).isEqualTo(new Answer(200, 0));
            loris.say("GET / HTTP/1.1\r\nHo");
            assertThat(loris.untilClosed()).isZero();
            assertThat(idle.ask("")).isEqualTo(new Answer(200, 0)); // between two requests everybody may wait
        }
    }

    @Test
    void who_never_reads_an_answer_is_left() throws Exception {
        try (var server = Client.serve(patient(new Bounds(10, Duration.ofMillis(100), Duration.ofSeconds(10))));
                var client = Client.of(server)) {
            client.say(GET.replace("Host", "x-response-bytes: 1000000000\r\nHost"));
            for (int turn = 0; turn < 6_000 && server.tally().broken() == 0; turn++) {
                Thread.sleep(10);
            }
            assertThat(server.tally().broken()).isEqualTo(1);
            assertThat(client.untilClosed()).isLessThan(1_000_000_000);
        }
    }

    @Test
    void resets_and_many_connections_disturb_nobody() throws IOException {
        try (var server = Client.serve(Offer.of(new Behaviour(new Fixed(MILLISECOND), NOTHING, 0, 1))); var steady = Client.of(server)) {
            List<Client> clients = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                clients.add(Client.of(server).say(GET));
            }
            for (int i = 0; i < 300; i += 2) {
                clients.get(i).socket().setSoLinger(true, 0);
                clients.get(i).close();
            }
            for (int i = 1; i < 300; i += 2) {
                assertThat(clients.get(i).answer()).isEqualTo(new Answer(200, 0));
                clients.get(i).close();
            }
            assertThat(steady.ask("")).isEqualTo(new Answer(200, 0));
        }
    }

    @Test
    void several_threads_share_a_port() throws IOException {
        try (var server = new Server(Offer.of(Behaviour.PLAIN), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 3)) {
            for (int i = 0; i < 20; i++) {
                try (var client = Client.of(server)) {
                    assertThat(client.ask("")).isEqualTo(new Answer(200, 0));
                }
            }
            assertThat(ended(server).requests()).isEqualTo(20);
        }
    }

    @Test
    void it_can_spin() throws IOException {
        var offer = new Offer(Spoken.HTTP, new Behaviour(new Fixed(MILLISECOND), NOTHING, 0, 1), Onward.NOWHERE, Bounds.USUAL, Idle.SPIN,
                Optional.empty());
        try (var server = Client.serve(offer); var client = Client.of(server)) {
            assertThat(client.ask("")).isEqualTo(new Answer(200, 0));
        }
    }

    private static Offer patient(Bounds bounds) {
        return new Offer(Spoken.HTTP, Behaviour.PLAIN, Onward.NOWHERE, bounds, Idle.PARK, Optional.empty());
    }

    private static Tally ended(Server server) {
        server.close();
        return server.tally();
    }
}
