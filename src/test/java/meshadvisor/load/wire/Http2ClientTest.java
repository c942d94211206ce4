package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.load.wire.RawFrames.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The client against frames written by hand. */
class Http2ClientTest {

    private static final int HEADERS = FrameHead.END_HEADERS;
    private static final List<Route> ROUTES = List.of(Http2Pair.ROUTE);
    /** A trailer grpc-status. */
    private static final String STATUS_0 = "000b 677270632d737461747573 0130";
    private static final String STATUS_14 = "000b 677270632d737461747573 023134";

    private final Heard heard = new Heard();
    private final ByteBuffer out = ByteBuffer.allocate(1 << 20);
    private ClientProtocol client = new Http2Client(ROUTES);

    @Test
    void a_request_is_written_as_the_rfc_says() throws Http2Error {
        client.send(1, 0, 5, 77, out);
        var frames = RawFrames.read(out);
        assertThat(fields(frames.getFirst().bytes())).containsExactly(":method: POST", ":scheme: http", ":path: /a",
                ":authority: localhost:8080", "user-agent: test", "content-length: 5", "x-response-bytes: 77");
        assertThat(frames.get(1).bytes()).isEqualTo("abcde".getBytes(StandardCharsets.US_ASCII));
        assertThat(frames.get(1).endsStream()).isTrue();
    }

    @Test
    void headers_that_this_protocol_forbids_are_left_out_and_host_becomes_the_authority() throws Http2Error {
        client = new Http2Client(List.of(new Route("https", "10.0.0.1", "GET", "/", List.of(new Route.Header("Host", "shop"),
                new Route.Header("Connection", "close"), new Route.Header("X-A", "b")))));
        client.send(1, 0, 0, -1, out);
        assertThat(fields(RawFrames.read(out).getFirst().bytes())).containsExactly(":method: GET", ":scheme: https", ":path: /",
                ":authority: shop", "x-a: b");
    }

    @Test
    void headers_that_no_buffer_would_hold_are_refused_at_once() {
        var route = new Route("http", "a", "GET", "/", List.of(new Route.Header("x", "y".repeat(9000))));
        assertThatThrownBy(() -> new Http2Client(List.of(route))).isInstanceOf(IllegalArgumentException.class);
        var larger = new Route("http", "a", "GET", "/", List.of(new Route.Header("x", "y".repeat(90_000))));
        assertThatThrownBy(() -> new Http2Client(List.of(larger))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_body_goes_out_as_the_windows_allow() throws WireException {
        receive(RawFrames.ofServer().setting(PeerSettings.INITIAL_WINDOW_SIZE, 3));
        client.send(1, 0, 10, -1, out);
        assertThat(RawFrames.read(out)).last().matches(frame -> frame.size() == 3);
        assertThat(receive(new RawFrames().word(FrameType.WINDOW_UPDATE, 1, 2))).singleElement()
                .matches(frame -> frame.size() == 2);
        assertThat(receive(new RawFrames().word(FrameType.WINDOW_UPDATE, 1, 9))).singleElement()
                .matches(frame -> frame.size() == 5 && frame.endsStream());
    }

    @Test
    void an_answer_before_the_request_was_all_written_ends_it() throws WireException {
        receive(RawFrames.ofServer().setting(PeerSettings.INITIAL_WINDOW_SIZE, 3));
        client.send(1, 0, 10, -1, out);
        assertThat(receive(new RawFrames().headers(1, "8d"))).singleElement()
                .matches(frame -> frame.type() == FrameType.RST_STREAM && frame.code() == Http2Error.CANCEL);
        assertThat(heard.words).containsExactly("1 404 0");
        assertThat(client.hasMore()).isFalse();
    }

    @Test
    void interim_answers_and_trailers_are_passed_over() throws WireException {
        client.send(1, 0, 0, -1, out);
        receive(RawFrames.ofServer().hex(FrameType.HEADERS, HEADERS, 1, "08 03 313030").hex(FrameType.HEADERS, HEADERS, 1, "08 03 313033")
                .hex(FrameType.HEADERS, HEADERS, 1, "88").hex(FrameType.DATA, FrameHead.PADDED, 1, "02 616161 0000")
                .headers(1, "000161 0162"));
        assertThat(heard.words).containsExactly("1 200 3");
    }

    @Test
    void a_stream_that_is_reset_fails_and_its_late_frames_are_ignored() throws WireException {
        client.send(1, 0, 0, -1, out);
        client.send(2, 0, 0, -1, out);
        receive(RawFrames.ofServer().word(FrameType.RST_STREAM, 1, Http2Error.REFUSED_STREAM).headers(1, "88")
                .hex(FrameType.DATA, 1, 1, "61").word(FrameType.RST_STREAM, 1, 0).headers(3, "88"));
        assertThat(heard.words).containsExactly("1 STREAM", "2 200 0");
    }

    @Test
    void a_server_that_leaves_answers_what_it_took_and_fails_the_rest() throws WireException {
        for (int ticket = 1; ticket <= 3; ticket++) {
            client.send(ticket, 0, 0, -1, out);
        }
        receive(RawFrames.ofServer().hex(FrameType.GOAWAY, 0, 0, "00000001 00000000"));
        assertThat(heard.words).containsExactlyInAnyOrder("2 STREAM", "3 STREAM");
        assertThat(client.room()).isZero();
        receive(new RawFrames().headers(1, "88"));
        assertThat(heard.words).last().isEqualTo("1 200 0");
    }

    @Test
    void the_room_follows_the_settings() throws WireException {
        receive(RawFrames.ofServer());
        assertThat(client.room()).isGreaterThan(1000);
        receive(new RawFrames().setting(PeerSettings.MAX_CONCURRENT_STREAMS, 2));
        client.send(1, 0, 0, -1, out);
        assertThat(client.room()).isEqualTo(1);
        receive(new RawFrames().setting(PeerSettings.MAX_CONCURRENT_STREAMS, 0));
        assertThat(client.room()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void the_outcome_of_a_call_is_its_status(String what, RawFrames answer, String word) throws WireException {
        client = GrpcClient.unary(ROUTES);
        client.send(1, 0, 3, 5, out);
        receive(answer);
        assertThat(heard.words).containsExactly(word);
    }

    static Stream<Arguments> outcomes() {
        var head = "88 0f10 10 6170706c69636174696f6e2f67727063";
        return Stream.of(
                arguments("a message and trailers", RawFrames.ofServer().hex(FrameType.HEADERS, HEADERS, 1, head)
                        .hex(FrameType.DATA, 0, 1, "00 00000000").headers(1, STATUS_0), "1 200 5"),
                arguments("a status and no message", RawFrames.ofServer().headers(1, head + STATUS_14), "1 1014 0"),
                arguments("a message, then an error", RawFrames.ofServer().hex(FrameType.HEADERS, HEADERS, 1, head)
                        .hex(FrameType.DATA, 0, 1, "00 00000000").headers(1, STATUS_14), "1 1014 5"),
                arguments("no status", RawFrames.ofServer().hex(FrameType.HEADERS, HEADERS, 1, head)
                        .hex(FrameType.DATA, 1, 1, "00 00000000"), "1 PROTOCOL"),
                arguments("success without a message", RawFrames.ofServer().headers(1, head + STATUS_0), "1 PROTOCOL"),
                arguments("an error of HTTP", RawFrames.ofServer().headers(1, "08 03 353033"), "1 1014 0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void a_malformed_answer_fails_its_request_only(String what, RawFrames answer) throws WireException {
        client.send(1, 0, 0, -1, out);
        client.send(2, 0, 0, -1, out);
        receive(RawFrames.ofServer());
        assertThat(receive(answer.headers(3, "88"))).last().matches(frame -> frame.type() == FrameType.RST_STREAM && frame.stream() == 1);
        assertThat(heard.words).containsExactly("1 PROTOCOL", "2 200 0");
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("no status", new RawFrames().headers(1, "000161 0162")),
                arguments("a status that is no number", new RawFrames().headers(1, "08 03 616263")),
                arguments("content before headers", new RawFrames().hex(FrameType.DATA, 0, 1, "61")),
                arguments("an interim answer that is the last word", new RawFrames().headers(1, "08 03 313030")),
                arguments("trailers that are not the end", new RawFrames().hex(FrameType.HEADERS, HEADERS, 1, "88")
                        .hex(FrameType.HEADERS, HEADERS, 1, "000161 0162")),
                arguments("a second status", new RawFrames().hex(FrameType.HEADERS, HEADERS, 1, "88").headers(1, "88")),
                arguments("a window that grows by nothing", new RawFrames().word(FrameType.WINDOW_UPDATE, 1, 0)),
                arguments("a window too large", new RawFrames().word(FrameType.WINDOW_UPDATE, 1, Integer.MAX_VALUE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offences")
    void an_offence_ends_the_connection(String what, RawFrames frames, Failure why) {
        client.send(1, 0, 0, -1, out);
        assertThatThrownBy(() -> receive(frames)).isInstanceOfSatisfying(WireException.class,
                broken -> assertThat(broken.failure()).isEqualTo(why));
        assertThat(RawFrames.read(out)).last().matches(frame -> frame.type() == FrameType.GOAWAY);
        assertThat(client.room()).isZero();
    }

    static Stream<Arguments> offences() {
        return Stream.of(
                arguments("HTTP/1.1", new RawFrames().raw("HTTP/1.1 400 Bad Request\r\n\r\n"), Failure.PROTOCOL),
                arguments("no settings", new RawFrames().headers(1, "88"), Failure.PROTOCOL),
                arguments("an entry of a table that there is not", RawFrames.ofServer().headers(1, "be"), Failure.PROTOCOL),
                arguments("a table that was not allowed", RawFrames.ofServer().headers(1, "3f01 88"), Failure.PROTOCOL),
                arguments("a stream that nobody opened", RawFrames.ofServer().headers(3, "88"), Failure.PROTOCOL),
                arguments("a stream of the server", RawFrames.ofServer().headers(2, "88"), Failure.PROTOCOL),
                arguments("a push", RawFrames.ofServer().hex(FrameType.PUSH_PROMISE, HEADERS, 1, "00000002"), Failure.PROTOCOL),
                arguments("headers without end", RawFrames.ofServer().frame(FrameType.HEADERS, 0, 1, new byte[16_384])
                        .times(4, new RawFrames().frame(FrameType.CONTINUATION, 0, 1, new byte[16_384])), Failure.TOO_LARGE),
                arguments("a flood of pings", RawFrames.ofServer().times(500, new RawFrames().hex(FrameType.PING, 0, 0,
                        "0102030405060708")), Failure.TOO_LARGE));
    }

    @Test
    void an_endless_body_is_counted_and_its_window_filled_again_in_large_steps() throws WireException {
        client.send(1, 0, 0, -1, out);
        receive(RawFrames.ofServer().hex(FrameType.HEADERS, HEADERS, 1, "88"));
        var piece = new RawFrames().frame(FrameType.DATA, 0, 1, new byte[16_384]);
        int updates = 0;
        for (int i = 0; i < 10_000; i++) {
            updates += receive(piece).size();
        }
        assertThat(updates).isBetween(10, 40);
        receive(new RawFrames().hex(FrameType.DATA, 1, 1, ""));
        assertThat(heard.words).containsExactly("1 200 163840000");
    }

    @Test
    void messages_nobody_asked_for_end_the_connection() {
        client = GrpcClient.streaming(ROUTES, 1);
        client.send(1, 0, 0, -1, out);
        assertThatThrownBy(() -> receive(RawFrames.ofServer().hex(FrameType.HEADERS, HEADERS, 1, "88")
                .hex(FrameType.DATA, 0, 1, "00 00000000 00 00000000"))).isInstanceOf(WireException.class);
        assertThat(heard.words).containsExactly("1 200 5");
    }

    private List<Frame> receive(RawFrames frames) throws WireException {
        out.clear();
        client.receive(frames.buffer(), out, heard);
        return RawFrames.read(out);
    }

    private static List<String> fields(byte[] block) throws Http2Error {
        var fields = new ArrayList<String>();
        new HpackReader(new HpackTable(0)).read(block, block.length, new HeaderSink() {
            @Override
            public boolean wants(Octets name) {
                return true;
            }

            @Override
            public void misnamed() {
                fields.add("misnamed");
            }

            @Override
            public void field(Octets name, Octets value) {
                fields.add(name + ": " + value);
            }
        });
        return fields;
    }
}
