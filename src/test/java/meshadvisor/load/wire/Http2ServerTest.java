package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.load.wire.RawFrames.Frame;
import org.junit.jupiter.api.Test;

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
        assertThat(frames.get(1).payload()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
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
            assertThat(frame.payload()).containsExactly(0x88, 0x0f, 0x0d, 3, '1', '2', '3');
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

    @Test
    void a_malformed_request_is_reset_and_others_live_on() throws WireException {
        var frames = receive(RawFrames.ofClient().headers(1, "82 86").headers(3, GET));
        assertThat(frames.getLast().type()).isEqualTo(FrameType.RST_STREAM);
        assertThat(frames.getLast().code()).isEqualTo(Http2Error.PROTOCOL);
        assertThat(arrived).hasSize(1);
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
        return frames.stream().filter(frame -> frame.type() == FrameType.DATA).map(frame -> frame.payload().length).toList();
    }
}
