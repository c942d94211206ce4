package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.load.wire.RawFrames.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server against frames written by hand. */
class Http2ServerTest {

    /** GET http://a/ by indexes. */
    private static final String GET = "82 86 84 4101 61";

    private final Http2Server server = new Http2Server();
    private final ByteBuffer out = ByteBuffer.allocate(1 << 20);
    private final List<String> arrived = new ArrayList<>();

    @Test
    void settings_and_pings_are_acknowledged() throws WireException {
        var frames = receive(RawFrames.ofClient().hex(FrameType.PING, 0, 0, "0102030405060708"));
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).type()).isEqualTo(FrameType.SETTINGS);
        assertThat(frames.get(0).flags()).isEqualTo(FrameHead.ACK);
        assertThat(frames.get(1).type()).isEqualTo(FrameType.PING);
        assertThat(frames.get(1).flags()).isEqualTo(FrameHead.ACK);
        assertThat(frames.get(1).bytes()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void a_body_goes_out_as_the_windows_of_its_stream_allow() throws WireException {
        receive(RawFrames.ofClient().setting(PeerSettings.INITIAL_WINDOW_SIZE, 3).headers(1, GET));
        assertThat(sizes(answer(0, 200, 12))).containsExactly(3);
        assertThat(sizes(receive(new RawFrames().word(FrameType.WINDOW_UPDATE, 1, 2)))).containsExactly(2);
        assertThat(sizes(receive(new RawFrames().setting(PeerSettings.INITIAL_WINDOW_SIZE, 0)))).isEmpty(); // now at -3
        assertThat(sizes(receive(new RawFrames().word(FrameType.WINDOW_UPDATE, 1, 3)))).isEmpty();
        assertThat(server.hasMore()).isFalse();
        assertThat(sizes(receive(new RawFrames().setting(PeerSettings.INITIAL_WINDOW_SIZE, 1)))).containsExactly(1);
        var last = receive(new RawFrames().word(FrameType.WINDOW_UPDATE, 1, 100));
        assertThat(sizes(last)).containsExactly(6);
        assertThat(last.getLast().endsStream()).isTrue();
    }

    @Test
    void bodies_go_out_as_the_window_of_the_connection_allows() throws WireException {
        receive(RawFrames.ofClient().setting(PeerSettings.INITIAL_WINDOW_SIZE, 1_000_000).headers(1, GET).headers(3, GET));
        assertThat(sizes(answer(0, 200, 60_000))).containsExactly(16_384, 16_384, 16_384, 10_848);
        assertThat(sizes(answer(1, 200, 10_000))).containsExactly(5_535);
        assertThat(server.hasMore()).isFalse();
        assertThat(sizes(receive(new RawFrames().word(FrameType.WINDOW_UPDATE, 0, 4_000)))).containsExactly(4_000);
        var last = receive(new RawFrames().word(FrameType.WINDOW_UPDATE, 0, 4_000));
        assertThat(sizes(last)).containsExactly(465);
        assertThat(last.getLast().endsStream()).isTrue();
    }

    @Test
    void answers_without_a_body_end_with_their_headers() throws WireException {
        receive(RawFrames.ofClient().headers(1, GET).headers(3, GET).headers(5, "0207 04 48454144 86 84").headers(7, GET));
        assertThat(answer(0, 200, 0)).singleElement().matches(Frame::endsStream);
        assertThat(answer(1, 204, 10)).singleElement().matches(Frame::endsStream);
    }

    @Test
    void the_head_of_an_answer_tells_the_length_that_its_body_would_have() throws WireException {
        receive(RawFrames.ofClient().headers(1, "02 04 48454144 86 84"));
        assertThat(answer(0, 200, 123)).singleElement().satisfies(frame -> {
            assertThat(frame.endsStream()).isTrue();
            assertThat(frame.bytes()).containsExactly(0x88, 0x0f, 0x0d, 3, '1', '2', '3');
        });
    }

    @Test
    void headers_may_come_padded_with_priority_and_in_pieces() throws WireException {
        receive(RawFrames.ofClient()
                .hex(FrameType.HEADERS, FrameHead.PADDED | FrameHead.PRIORITY | FrameHead.END_STREAM, 1, "03 0000000010 82 000000")
                .hex(FrameType.CONTINUATION, 0, 1, "")
                .hex(FrameType.CONTINUATION, FrameHead.END_HEADERS, 1, "86 84 0010 782d726573706f6e73652d6279746573 02 3737"));
        assertThat(arrived).containsExactly("0 77 -1 false 0");
    }

    @Test
    void bodies_may_come_padded_and_with_trailers() throws WireException {
        receive(RawFrames.ofClient()
                .hex(FrameType.HEADERS, FrameHead.END_HEADERS, 1, "83 86 84")
                .hex(FrameType.DATA, FrameHead.PADDED, 1, "02 616161 0000")
                .hex(FrameType.DATA, FrameHead.PADDED, 1, "01 00")
                .headers(1, "000161 0162")
                .hex(FrameType.HEADERS, FrameHead.END_HEADERS, 3, "83 86 84")
                .hex(FrameType.DATA, FrameHead.PADDED | FrameHead.END_STREAM, 3, "03 61 000000"));
        assertThat(arrived).containsExactly("0 -1 -1 false 3", "1 -1 -1 false 1");
    }

    @Test
    void frames_unknown_to_us_and_priorities_are_ignored() throws WireException {
        receive(RawFrames.ofClient().hex(FrameType.UNKNOWN, 255, 77, "0102").hex(FrameType.PRIORITY, 0, 3, "0000000001")
                .headers(1, GET));
        assertThat(arrived).hasSize(1);
    }

    @Test
    void an_answer_to_a_stream_that_was_reset_goes_nowhere() throws WireException {
        receive(RawFrames.ofClient().headers(1, GET).word(FrameType.RST_STREAM, 1, Http2Error.CANCEL).headers(3, GET));
        assertThat(arrived).hasSize(2);
        assertThat(answer(0, 200, 10)).isEmpty();
        assertThat(answer(1, 200, 10)).hasSize(2).allMatch(frame -> frame.stream() == 3);
    }

    @Test
    void a_body_that_is_held_back_is_forgotten_with_its_stream() throws WireException {
        receive(RawFrames.ofClient().headers(1, GET));
        assertThat(sizes(answer(0, 200, 100_000))).isNotEmpty();
        receive(new RawFrames().word(FrameType.RST_STREAM, 1, Http2Error.CANCEL).headers(3, GET)
                .word(FrameType.WINDOW_UPDATE, 0, 1000));
        assertThat(server.hasMore()).isFalse();
        assertThat(sizes(answer(0, 200, 10))).containsExactly(10);
    }

    @Test
    void streams_beyond_the_number_allowed_are_refused() throws WireException {
        var all = RawFrames.ofClient();
        for (int i = 0; i <= ServerRequests.MOST_STREAMS; i++) {
            all.headers(2 * i + 1, GET);
        }
        var last = receive(all).getLast();
        assertThat(last.type()).isEqualTo(FrameType.RST_STREAM);
        assertThat(last.code()).isEqualTo(Http2Error.REFUSED_STREAM);
        assertThat(arrived).hasSize(ServerRequests.MOST_STREAMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "82 86", // no path
            "86 84", // no method
            "82 84", // no scheme
            "82 86 04 00", // an empty path
            "82 82 86 84", // two methods
            "82 86 84 88", // a status
            "82 86 0001610162 84", // a path after another field
            "82 86 84 0001410162", // a capital letter
            "82 86 84 00 0a 636f6e6e656374696f6e 01 61", // connection
            "82 86 84 00 0a 6b6565702d616c697665 01 61", // keep-alive
            "82 86 84 00 07 75706772616465 01 61", // upgrade
            "82 86 84 00 10 70726f78792d636f6e6e656374696f6e 01 61", // proxy-connection
            "82 86 84 0f2a 01 61", // transfer-encoding
            "82 86 84 00 02 7465 01 61", // te, but not of trailers
            "82 86 84 0f0d 01 31", // a length of 1 and no body
    })
    void a_malformed_request_is_reset_and_others_live_on(String block) throws WireException {
        var last = receive(RawFrames.ofClient().headers(1, block).headers(3, GET)).getLast();
        assertThat(last.type()).isEqualTo(FrameType.RST_STREAM);
        assertThat(last.stream()).isEqualTo(1);
        assertThat(last.code()).isEqualTo(Http2Error.PROTOCOL);
        assertThat(arrived).hasSize(1);
    }

    @Test
    void what_comes_after_the_end_of_a_stream_is_refused_there() throws WireException {
        for (var late : List.of(new RawFrames().headers(1, GET), new RawFrames().hex(FrameType.DATA, 0, 1, "61"))) {
            var closed = new Http2Server();
            closed.receive(RawFrames.ofClient().headers(1, GET).buffer(), out.clear(), (call, wanted, error, health, payload) -> {});
            closed.receive(late.buffer(), out.clear(), (call, wanted, error, health, payload) -> {});
            assertThat(RawFrames.read(out)).singleElement()
                    .matches(frame -> frame.type() == FrameType.RST_STREAM && frame.code() == Http2Error.STREAM_CLOSED);
            closed.receive(late.buffer(), out.clear(), (call, wanted, error, health, payload) -> {});
            assertThat(RawFrames.read(out)).as("the stream is no more").singleElement()
                    .matches(frame -> frame.type() == FrameType.RST_STREAM && frame.code() == Http2Error.STREAM_CLOSED);
        }
    }

    @Test
    void a_message_of_grpc_that_is_cut_off_or_none_of_ours_resets_its_stream() throws WireException {
        var head = "83 86 84 0f10 10 6170706c69636174696f6e2f67727063";
        for (var message : List.of("00 00000002 10", "00 00000002 0b00", "01 00000001 00", "0000")) {
            var one = new Http2Server();
            one.receive(RawFrames.ofClient().hex(FrameType.HEADERS, FrameHead.END_HEADERS, 1, head)
                    .hex(FrameType.DATA, FrameHead.END_STREAM, 1, message).buffer(), out.clear(),
                    (call, wanted, error, health, payload) -> arrived.add(message));
            assertThat(RawFrames.read(out)).last()
                    .matches(frame -> frame.type() == FrameType.RST_STREAM && frame.code() == Http2Error.PROTOCOL);
        }
        assertThat(arrived).isEmpty();
    }

    @Test
    void a_request_is_midway_until_it_is_whole_or_reset() throws WireException {
        assertThat(server.midway()).as("before the preface").isTrue();
        receive(RawFrames.ofClient());
        assertThat(server.midway()).as("idle").isFalse();
        receive(new RawFrames().hex(FrameType.HEADERS, 0, 1, "83 86"));
        assertThat(server.midway()).as("half the headers").isTrue();
        receive(new RawFrames().hex(FrameType.CONTINUATION, FrameHead.END_HEADERS, 1, "84"));
        assertThat(server.midway()).as("no body").isTrue();
        receive(new RawFrames().hex(FrameType.DATA, FrameHead.END_STREAM, 1, "61"));
        assertThat(server.midway()).as("whole").isFalse();
        receive(new RawFrames().hex(FrameType.HEADERS, FrameHead.END_HEADERS, 3, "83 86 84"));
        assertThat(server.midway()).as("another").isTrue();
        receive(new RawFrames().word(FrameType.RST_STREAM, 3, Http2Error.CANCEL));
        assertThat(server.midway()).as("reset").isFalse();
        receive(new RawFrames().hex(FrameType.HEADERS, FrameHead.END_HEADERS, 5, "83 86 84 0f10 10 6170706c69636174696f6e2f67727063"));
        assertThat(server.midway()).as("a stream of gRPC").isFalse();
    }

    @Test
    void a_client_that_leaves_gets_its_answers_first() throws WireException {
        receive(RawFrames.ofClient().headers(1, GET).hex(FrameType.GOAWAY, 0, 0, "00000000 00000000 6162"));
        assertThat(server.closing()).isFalse();
        answer(0, 200, 5);
        assertThat(server.closing()).isTrue();
    }

    private List<Frame> receive(RawFrames frames) throws WireException {
        server.receive(frames.buffer(), out, (call, wanted, error, health, payload) -> arrived
                .add(call + " " + wanted + " " + error + " " + health + " " + payload));
        return RawFrames.read(out);
    }

    private List<Frame> answer(int call, int status, int bytes) {
        server.answer(call, status, bytes, out);
        return RawFrames.read(out);
    }

    private static List<Integer> sizes(List<Frame> frames) {
        return frames.stream().filter(frame -> frame.type() == FrameType.DATA).map(frame -> frame.size()).toList();
    }
}
