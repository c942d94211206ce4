package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against the server, plain HTTP. */
class Http2ExchangeTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100, 1000, 60_000})
    void requests_of_all_sizes_are_answered_in_whatever_pieces_the_bytes_come(int piece) throws WireException {
        var pair = new Http2Pair(new Http2Client(List.of(Http2Pair.ROUTE)), Http2Pair.anyPieces(piece, piece));
        int[] sizes = {0, 1, 9, 1000, 16_384, 40_000};
        for (int i = 0; i < sizes.length; i++) {
            pair.send(i, sizes[i], sizes[sizes.length - 1 - i]);
        }
        pair.run();
        assertThat(pair.heard.words).containsExactlyInAnyOrder("0 200 40000", "1 200 16384", "2 200 1000", "3 200 9", "4 200 1", "5 200 0");
        assertThat(pair.received).isEqualTo(IntStream.of(sizes).sum());
    }

    @Test
    void bodies_beyond_all_windows_flow_both_ways() throws WireException {
        var pair = new Http2Pair(new Http2Client(List.of(Http2Pair.ROUTE)), Http2Pair.anyPieces(1, 60_000));
        pair.run();
        for (int i = 0; i < 5; i++) {
            pair.send(i, 5_000_000, 20_000_000);
        }
        pair.run();
        assertThat(pair.heard.words).hasSize(5).allMatch(word -> word.endsWith(" 200 20000000"));
        assertThat(pair.received).isEqualTo(25_000_000);
    }

    @Test
    void a_thousand_rounds_find_their_tickets_again() throws WireException {
        var pair = new Http2Pair(new Http2Client(List.of(Http2Pair.ROUTE)), Http2Pair.anyPieces(3, 3000));
        pair.answersLastFirst = true;
        pair.run();
        for (int round = 0; round < 1000; round++) {
            for (int i = 0; i < 20; i++) {
                pair.send(i, 10 * i, 100 * i);
            }
            pair.run();
            assertThat(pair.heard.words).hasSize(20);
            for (int i = 0; i < 20; i++) {
                assertThat(pair.heard.words).contains(i + " 200 " + 100 * i);
            }
            pair.heard.words.clear();
        }
    }

    @Test
    void the_errors_and_health_that_requests_ask_for_are_told() throws WireException {
        var error = new Route("http", "a", "GET", "/", List.of(new Route.Header("X-Error-Status", "503")));
        var health = new Route("http", "a", "GET", "/healthz", List.of());
        var head = new Route("http", "a", "HEAD", "/", List.of());
        var pair = new Http2Pair(new Http2Client(List.of(error, health, head)), () -> 1000);
        var client = pair.client;
        var out = ByteBuffer.allocate(Protocol.ROOM);
        for (int route = 0; route < 3; route++) {
            client.send(route, route, 0, 50, out);
        }
        pair.deliver(out);
        pair.run();
        assertThat(pair.heard.words).containsExactlyInAnyOrder("0 503 50", "1 200 2", "2 200 0");
    }

    @Test
    void the_room_is_what_the_server_allows() throws WireException {
        var pair = new Http2Pair(new Http2Client(List.of(Http2Pair.ROUTE)), () -> 10_000);
        assertThat(pair.client.room()).as("before the server's settings").isEqualTo(100);
        pair.run();
        assertThat(pair.client.room()).isEqualTo(ServerRequests.MOST_STREAMS);
        pair.send(0, 0, 0);
        assertThat(pair.client.room()).isEqualTo(ServerRequests.MOST_STREAMS - 1);
        pair.run();
        assertThat(pair.client.room()).isEqualTo(ServerRequests.MOST_STREAMS);
    }

    @Test
    void the_room_ends_with_the_numbers_of_streams() throws WireException {
        var pair = new Http2Pair(new Http2Client(List.of(Http2Pair.ROUTE), CallKind.HTTP, 1, Integer.MAX_VALUE - 4), () -> 10_000);
        for (int left = 3; left > 0; left--) {
            assertThat(pair.client.room()).isEqualTo(left);
            pair.send(left, 5, 5);
        }
        assertThat(pair.client.room()).isZero();
        pair.run();
        assertThat(pair.heard.words).containsExactlyInAnyOrder("3 200 5", "2 200 5", "1 200 5");
        assertThat(pair.client.room()).isZero();
        assertThatThrownBy(() -> pair.send(0, 0, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_open_when_the_connection_ends_fails() {
        var pair = new Http2Pair(new Http2Client(List.of(Http2Pair.ROUTE)), () -> 10_000);
        pair.send(1, 0, 0);
        pair.send(2, 100_000, 0);
        pair.client.closed(pair.heard);
        assertThat(pair.heard.words).containsExactlyInAnyOrder("1 CLOSED", "2 CLOSED");
        assertThat(pair.client.room()).isZero();
        pair.client.abandon(Failure.TIMEOUT, pair.heard);
        assertThat(pair.heard.words).hasSize(2);
    }
}
