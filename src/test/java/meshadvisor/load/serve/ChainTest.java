package meshadvisor.load.serve;

import static meshadvisor.load.serve.Client.GET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.serve.Client.Answer;
import meshadvisor.load.serve.Onward.Place;
import meshadvisor.load.serve.Onward.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that call each other. */
class ChainTest {

    private static final Answer FINE = new Answer(200, 3);
    private static final Answer BAD_GATEWAY = new Answer(502, 3);

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_chain_of_three_answers_after_the_sum_of_its_service_times(Version version) throws IOException {
        try (var last = Client.serve(offer(Onward.NOWHERE)); var middle = Client.serve(offer(to(version, 1, last)));
                var first = Client.serve(offer(to(version, 1, middle))); var client = Client.of(first)) {
            long begun = System.nanoTime();
            assertThat(client.ask("")).isEqualTo(FINE);
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(3_000_000);
            client.say(GET.repeat(500));
            for (int i = 0; i < 500; i++) {
                assertThat(client.answer()).isEqualTo(FINE);
            }
            assertThat(ended(first).requests()).isEqualTo(501);
            assertThat(ended(middle).requests()).isEqualTo(501);
            assertThat(ended(last).requests()).isEqualTo(501);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void each_next_is_called_as_often_as_was_asked_for(Version version) throws IOException {
        try (var left = Client.serve(offer(Onward.NOWHERE)); var right = Client.serve(offer(Onward.NOWHERE));
                var first = Client.serve(offer(to(version, 5, left, right))); var client = Client.of(first)) {
            client.say(GET.repeat(40));
            for (int i = 0; i < 40; i++) {
                assertThat(client.answer()).isEqualTo(FINE);
            }
            assertThat(ended(left).requests()).isEqualTo(200);
            assertThat(ended(right).requests()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void connections_onward_are_kept(Version version) throws IOException {
        try (var last = Client.serve(offer(Onward.NOWHERE)); var first = Client.serve(offer(to(version, 1, last)));
                var client = Client.of(first)) {
            for (int i = 0; i < 50; i++) {
                assertThat(client.ask("")).isEqualTo(FINE);
            }
            assertThat(ended(last).connections()).isEqualTo(1);
        }
    }

    @Test
    void a_failure_of_one_behind_is_a_bad_gateway() throws IOException {
        var failing = new Offer(Spoken.HTTP, new Behaviour(new Fixed(0), new Fixed(0), 1, 1), Onward.NOWHERE, Bounds.USUAL, Idle.PARK,
                Optional.empty());
        try (var good = Client.serve(offer(Onward.NOWHERE)); var bad = Client.serve(failing);
                var first = Client.serve(offer(to(Version.HTTP_1, 2, good, bad)));
                var client = Client.of(first)) {
            assertThat(client.ask("")).isEqualTo(BAD_GATEWAY);
            assertThat(client.ask("x-error-status: 500\r\n")).isEqualTo(new Answer(500, 3));
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void nobody_behind_is_a_bad_gateway_until_somebody_is(Version version) throws IOException {
        var place = Client.serve(offer(Onward.NOWHERE));
        place.close();
        try (var first = Client.serve(offer(to(version, 3, place))); var client = Client.of(first)) {
            assertThat(client.ask("")).isEqualTo(BAD_GATEWAY);
            client.say(GET.repeat(300));
            for (int i = 0; i < 300; i++) {
                assertThat(client.answer()).isEqualTo(BAD_GATEWAY);
            }
            try (var back = new Server(offer(Onward.NOWHERE), place.address(), 1)) {
                assertThat(client.ask("")).isEqualTo(FINE);
                assertThat(ended(back).requests()).isEqualTo(3);
            }
            assertThat(client.ask("")).isEqualTo(BAD_GATEWAY);
        }
    }

    @Test
    void what_is_called_is_the_address_and_not_what_its_name_stands_for_by_now() throws IOException {
        try (var last = Client.serve(offer(Onward.NOWHERE))) {
            var moved = new Onward(List.of(new Place(URI.create("http://nobody.invalid/"), last.address())), 1, Version.HTTP_1);
            try (var first = Client.serve(offer(moved)); var client = Client.of(first)) {
                assertThat(client.ask("")).isEqualTo(FINE);
            }
        }
    }

    @Test
    void who_behind_never_answers_is_given_up() throws IOException {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var onward = new Onward(List.of(place(silent)), 2, Version.HTTP_1);
            var impatient = new Offer(Spoken.HTTP, new Behaviour(new Fixed(0), new Fixed(3), 0, 1), onward,
                    new Bounds(100, Duration.ofSeconds(30), Duration.ofMillis(100)), Idle.PARK, Optional.empty());
            try (var first = Client.serve(impatient); var client = Client.of(first)) {
                for (int i = 0; i < 3; i++) {
                    assertThat(client.ask("")).isEqualTo(BAD_GATEWAY);
                }
            }
        }
    }

    @Test
    void who_behind_talks_nonsense_is_a_bad_gateway() throws IOException {
        try (var nonsense = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> talkNonsense(nonsense));
            var onward = new Onward(List.of(place(nonsense)), 1, Version.HTTP_1);
            try (var first = Client.serve(offer(onward)); var client = Client.of(first)) {
                for (int i = 0; i < 3; i++) {
                    assertThat(client.ask("")).isEqualTo(BAD_GATEWAY);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_client_that_leaves_disturbs_nobody(Version version) throws IOException {
        try (var last = Client.serve(offer(Onward.NOWHERE)); var first = Client.serve(offer(to(version, 1, last)));
                var steady = Client.of(first)) {
            for (int i = 0; i < 20; i++) {
                try (var leaving = Client.of(first)) {
                    leaving.say(GET.repeat(10)).socket().setSoLinger(true, 0);
                }
                assertThat(steady.ask("")).isEqualTo(FINE);
            }
        }
    }

    /** A hundred calls fill a connection whose peer has not said how many it allows; the others wait for it. */
    @Test
    void who_waits_when_a_connection_goes_away_is_asked_for_on_a_new_one() throws Exception {
        try (var gate = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            gate.setSoTimeout(60_000);
            var onward = new Onward(List.of(place(gate)), 150, Version.HTTP_2);
            try (var first = Client.serve(offer(onward)); var client = Client.of(first)) {
                client.say(GET);
                for (int ended = 0; ended < 2; ended++) {
                    try (var each = gate.accept()) {
                        each.setSoTimeout(5_000);
                        readRequest(each.getInputStream());
                    }
                }
                assertThat(client.answer()).isEqualTo(BAD_GATEWAY);
            }
        }
    }

    /** Reads until there is the head of a request (a frame of type HEADERS), after the preface. */
    private static void readRequest(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        in.readFully(new byte[24]);
        int type = 0;
        while (type != 1) {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            type = in.readUnsignedByte();
            in.readFully(new byte[5 + length]);
        }
    }

    private static void talkNonsense(ServerSocket nonsense) {
        while (!nonsense.isClosed()) {
            try (var each = nonsense.accept()) {
                each.getInputStream().read();
                each.getOutputStream().write("nonsense\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The test has ended, or the client has left: both are meant.
            }
        }
    }

    private static Onward to(Version version, int fanOut, Server... next) {
        return new Onward(List.of(next).stream().map(each -> new Place(URI.create("http://a/next?a=b"), each.address())).toList(), fanOut,
                version);
    }

    private static Place place(ServerSocket socket) {
        return new Place(URI.create("http://a"), (InetSocketAddress) socket.getLocalSocketAddress());
    }

    private static Offer offer(Onward onward) {
        return new Offer(Spoken.HTTP, new Behaviour(new Fixed(1_000_000), new Fixed(3), 0, 1), onward, Bounds.USUAL, Idle.PARK,
                Optional.empty());
    }

    private static Tally ended(Server server) {
        server.close();
        return server.tally();
    }
}
