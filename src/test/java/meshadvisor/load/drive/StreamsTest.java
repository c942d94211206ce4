package meshadvisor.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import meshadvisor.load.drive.Plan.Waiting;
import meshadvisor.load.wire.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Protocols with several requests at a time on a connection. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class StreamsTest {

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void a_request_that_is_never_answered_beside_others_that_are_does_not_keep_the_run_from_its_end(Waiting waiting) throws IOException {
        try (var peer = new Peer(client -> {
            client.in().read(); // the first stays open for ever
            while (client.in().read() >= 0) {
                Thread.sleep(1);
                client.say("0");
            }
        })) {
            var counts = new Trial().connections(1).waiting(waiting).protocol(routes -> new LineClient(100)).timeout(500).to(peer)
                    .run(300, 200);
            assertThat(counts.failed().get(Failure.TIMEOUT)).isPositive();
            assertThat(counts.failed()).containsOnlyKeys(Failure.TIMEOUT);
        }
    }

    @Test
    void an_answer_that_comes_after_its_time_is_not_counted_twice() throws IOException {
        try (var peer = new Peer(client -> {
            client.in().read();
            client.in().read();
            client.say("0"); // works, and answers the second; the first is late
            Thread.sleep(600);
            client.say("1");
            while (client.in().read() >= 0) {
                client.say("1");
            }
        })) {
            var counts = new Trial().connections(1).protocol(routes -> new LineClient(100)).timeout(300).to(peer).run(200, 200);
            assertThat(counts.failed()).containsOnlyKeys(Failure.TIMEOUT);
            assertThat(counts.completed()).isPositive();
        }
    }

    @Test
    void a_peer_that_allows_no_stream_is_not_connected_to_without_a_pause() throws IOException {
        try (var peer = new Peer(Peer.Connected::waitUntilClosed)) {
            var counts = new Trial().connections(1).protocol(routes -> new LineClient(0)).to(peer).run(50, 100);
            assertThat(counts.failed()).isEqualTo(Map.of(Failure.STREAM, 50L));
            assertThat(peer.accepted()).isBetween(1, 30);
        }
    }

    @Test
    void several_are_on_their_way_on_one_connection() throws IOException {
        try (var peer = new Peer(client -> {
            while (client.in().readNBytes(5).length == 5) {
                client.say("10101");
            }
        })) {
            assertThat(new Trial().connections(1).protocol(routes -> new LineClient(5)).to(peer).run(200, 1_000).completed())
                    .isEqualTo(200);
        }
    }
}
