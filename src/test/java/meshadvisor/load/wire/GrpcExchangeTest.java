package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client against the server, gRPC. */
class GrpcExchangeTest {

    private static final Route FAILING = new Route("http", "a", "GET", "/", List.of(new Route.Header("x-error-status", "500")));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100, 1000, 60_000})
    void unary_calls_are_answered_in_whatever_pieces_the_bytes_come(int piece) throws WireException {
        assertAnswers(new Http2Pair(GrpcClient.unary(List.of(Http2Pair.ROUTE)), Http2Pair.anyPieces(piece, piece)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100, 1000, 60_000})
    void messages_on_long_streams_are_answered_in_whatever_pieces_the_bytes_come(int piece) throws WireException {
        assertAnswers(new Http2Pair(GrpcClient.streaming(List.of(Http2Pair.ROUTE), 2), Http2Pair.anyPieces(piece, piece)));
    }

    /** An answer counts with its prefix, tag and length. */
    private static void assertAnswers(Http2Pair pair) throws WireException {
        pair.send(0, 0, 0);
        pair.send(1, 1, 40_000);
        pair.send(2, 40_000, 1);
        pair.send(3, 300, 300);
        pair.run();
        assertThat(pair.heard.words).containsExactlyInAnyOrder("0 200 5", "1 200 40009", "2 200 8", "3 200 308");
        assertThat(pair.received).isEqualTo(40_301);
    }

    @Test
    void messages_beyond_all_windows_flow_both_ways() throws WireException {
        var pair = new Http2Pair(GrpcClient.streaming(List.of(Http2Pair.ROUTE), 2), Http2Pair.anyPieces(1, 60_000));
        for (int i = 0; i < 5; i++) {
            pair.send(i, 5_000_000, 10_000_000);
        }
        pair.run();
        assertThat(pair.heard.words).hasSize(5).allMatch(word -> word.endsWith(" 200 10000010"));
        assertThat(pair.received).isEqualTo(25_000_000);
    }

    @Test
    void messages_of_one_stream_are_answered_in_order_although_the_last_is_ready_first() throws WireException {
        var pair = new Http2Pair(GrpcClient.streaming(List.of(Http2Pair.ROUTE), 1), () -> 50_000);
        pair.answersLastFirst = true;
        for (int round = 0; round < 100; round++) {
            pair.heard.words.clear();
            for (int i = 0; i < 10; i++) {
                pair.send(i, 10, 100 * i + 1);
            }
            pair.run();
            assertThat(pair.heard.words).hasSize(10);
            for (int i = 0; i < 10; i++) {
                assertThat(pair.heard.words.get(i)).startsWith(i + " 200 ");
            }
        }
    }

    @Test
    void a_failed_call_has_the_status_internal() throws WireException {
        var pair = new Http2Pair(GrpcClient.unary(List.of(FAILING)), () -> 1000);
        pair.send(7, 10, 10);
        pair.run();
        assertThat(pair.heard.words).containsExactly("7 1013 0");
    }

    @Test
    void a_failed_message_ends_its_stream_and_the_next_opens_another() throws WireException {
        var pair = new Http2Pair(GrpcClient.streaming(List.of(FAILING), 1), () -> 1000);
        pair.send(1, 10, 10);
        pair.send(2, 10, 10);
        pair.run();
        assertThat(pair.heard.words).containsExactly("1 1013 0", "2 STREAM");
        pair.send(3, 10, 10);
        pair.run();
        assertThat(pair.heard.words).hasSize(3).last().isEqualTo("3 1013 0");
    }

    @Test
    void every_route_has_streams_of_its_own() throws WireException {
        var other = new Route("http", "a", "GET", "/other.Service/Method", List.of(new Route.Header("x-error-status", "500")));
        var pair = new Http2Pair(GrpcClient.streaming(List.of(Http2Pair.ROUTE, other), 2), () -> 1000);
        pair.run();
        var out = ByteBuffer.allocate(Protocol.ROOM);
        for (int i = 0; i < 8; i++) {
            pair.client.send(i, i % 2, 10, 10, out);
        }
        pair.deliver(out);
        pair.run();
        assertThat(pair.heard.words).contains("0 200 17", "2 200 17", "4 200 17", "6 200 17", "1 1013 0", "3 1013 0", "5 STREAM",
                "7 STREAM");
    }

    @Test
    void an_answer_that_is_told_may_be_followed_by_the_next_request_at_once() throws WireException {
        for (var kind : CallKind.values()) {
            var pair = new Http2Pair(new Http2Client(List.of(Http2Pair.ROUTE), kind, 1, 1), () -> 7);
            pair.heard.then = ticket -> {
                if (ticket < 50) {
                    pair.send(ticket + 1, ticket, ticket);
                }
            };
            pair.send(0, 5, 5);
            pair.run();
            assertThat(pair.heard.words).hasSize(51).last().asString().startsWith("50 200 ");
        }
    }
}
