package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a server must not put up with: it says why, and ends. */
class Http2HostileClientTest {

    private static final String GET = "82 86 84";
    private static final int HEADERS = FrameHead.END_HEADERS;

    private final Http2Server server = new Http2Server();
    private final ByteBuffer out = ByteBuffer.allocate(Protocol.ROOM);

    @ParameterizedTest(name = "{0}")
    @MethodSource("offences")
    void an_offence_ends_the_connection(String what, RawFrames frames, int code) {
        assertThatThrownBy(() -> server.receive(frames.buffer(), out, Http2HostileClientTest::ignore))
                .isInstanceOfSatisfying(WireException.class, broken -> assertThat(broken.failure())
                        .isEqualTo(code == Http2Error.CALM ? Failure.TOO_LARGE : Failure.PROTOCOL));
        var last = RawFrames.read(out).getLast();
        assertThat(last.type()).isEqualTo(FrameType.GOAWAY);
        assertThat(last.code()).isEqualTo(code);
    }

    static Stream<Arguments> offences() {
        return Stream.concat(Stream.concat(frames(), headerBlocks()), floods());
    }

    private static Stream<Arguments> frames() {
        return Stream.of(
                arguments("no preface", new RawFrames().raw("GET / HTTP/1.1\r\n\r\n"), Http2Error.PROTOCOL),
                arguments("no settings", new RawFrames().raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").headers(1, GET), Http2Error.PROTOCOL),
                arguments("a frame too large", client().frame(FrameType.UNKNOWN, 0, 0, new byte[16_385]), Http2Error.FRAME_SIZE),
                arguments("a ping too short", client().hex(FrameType.PING, 0, 0, "01"), Http2Error.FRAME_SIZE),
                arguments("a ping on a stream", client().hex(FrameType.PING, 0, 1, "0102030405060708"), Http2Error.PROTOCOL),
                arguments("settings cut", client().hex(FrameType.SETTINGS, 0, 0, "0001"), Http2Error.FRAME_SIZE),
                arguments("an acknowledgement with content", client().hex(FrameType.SETTINGS, 1, 0, "000400000001"),
                        Http2Error.FRAME_SIZE),
                arguments("a window of settings too large", client().setting(PeerSettings.INITIAL_WINDOW_SIZE, -1),
                        Http2Error.FLOW_CONTROL),
                arguments("frames too small", client().setting(PeerSettings.MAX_FRAME_SIZE, 100), Http2Error.PROTOCOL),
                arguments("push neither on nor off", client().setting(PeerSettings.ENABLE_PUSH, 2), Http2Error.PROTOCOL),
                arguments("a window that grows by nothing", client().word(FrameType.WINDOW_UPDATE, 0, 0), Http2Error.PROTOCOL),
                arguments("a window too large", client().word(FrameType.WINDOW_UPDATE, 0, Integer.MAX_VALUE), Http2Error.FLOW_CONTROL),
                arguments("windows too large by settings", client().headers(1, GET).word(FrameType.WINDOW_UPDATE, 1, 1)
                        .setting(PeerSettings.INITIAL_WINDOW_SIZE, Integer.MAX_VALUE), Http2Error.FLOW_CONTROL),
                arguments("a stream with an even number", client().headers(2, GET), Http2Error.PROTOCOL),
                arguments("headers of the connection", client().headers(0, GET), Http2Error.PROTOCOL),
                arguments("content before headers", client().hex(FrameType.DATA, 0, 1, "61"), Http2Error.PROTOCOL),
                arguments("a reset before headers", client().word(FrameType.RST_STREAM, 1, 0), Http2Error.PROTOCOL),
                arguments("a push", client().hex(FrameType.PUSH_PROMISE, HEADERS, 1, "00000002"), Http2Error.PROTOCOL),
                arguments("padding of content too long", client().hex(FrameType.HEADERS, HEADERS, 1, GET)
                        .hex(FrameType.DATA, FrameHead.PADDED, 1, "05 61"), Http2Error.PROTOCOL),
                arguments("no room for the length of padding", client().hex(FrameType.HEADERS, HEADERS, 1, GET)
                        .hex(FrameType.DATA, FrameHead.PADDED, 1, "").hex(FrameType.PING, 0, 0, "0102030405060708"),
                        Http2Error.PROTOCOL));
    }

    private static Stream<Arguments> headerBlocks() {
        return Stream.of(
                arguments("a continuation of nothing", client().hex(FrameType.CONTINUATION, HEADERS, 1, GET), Http2Error.PROTOCOL),
                arguments("a block interrupted", client().hex(FrameType.HEADERS, 0, 1, GET).hex(FrameType.PING, 0, 0, "0102030405060708"),
                        Http2Error.PROTOCOL),
                arguments("a block continued elsewhere", client().hex(FrameType.HEADERS, 0, 1, GET)
                        .hex(FrameType.CONTINUATION, HEADERS, 3, ""), Http2Error.PROTOCOL),
                arguments("an index that no table has", client().headers(1, "be"), Http2Error.COMPRESSION),
                arguments("a block that ends within a field", client().headers(1, "82 00"), Http2Error.COMPRESSION),
                arguments("a block beyond its bound", client().frame(FrameType.HEADERS, 0, 1, new byte[16_384])
                        .times(4, new RawFrames().frame(FrameType.CONTINUATION, 0, 1, new byte[16_384])), Http2Error.CALM),
                arguments("a block in too many frames", client().hex(FrameType.HEADERS, 0, 1, GET)
                        .times(64, new RawFrames().hex(FrameType.CONTINUATION, 0, 1, "")), Http2Error.CALM));
    }

    private static Stream<Arguments> floods() {
        var resets = client();
        for (int i = 0; i <= Patience.MOST; i++) {
            resets.headers(2 * i + 1, GET).word(FrameType.RST_STREAM, 2 * i + 1, Http2Error.CANCEL);
        }
        var empty = new RawFrames().hex(FrameType.DATA, 0, 1, "");
        return Stream.of(
                arguments("rapid resets", resets, Http2Error.CALM),
                arguments("a flood of pings", client().times(500, new RawFrames().hex(FrameType.PING, 0, 0, "0102030405060708")),
                        Http2Error.CALM),
                arguments("a flood of settings", client().times(500, new RawFrames().frame(FrameType.SETTINGS, 0, 0)),
                        Http2Error.CALM),
                arguments("a flood of nothing", client().hex(FrameType.HEADERS, HEADERS, 1, GET).times(Patience.MOST + 1, empty),
                        Http2Error.CALM));
    }

    @Test
    void pings_now_and_then_are_no_flood() throws WireException {
        server.receive(client().buffer(), out.clear(), Http2HostileClientTest::ignore);
        for (int i = 0; i < 10 * Patience.MOST; i++) {
            server.receive(new RawFrames().hex(FrameType.PING, 0, 0, "0102030405060708").buffer(), out.clear(),
                    Http2HostileClientTest::ignore);
            assertThat(out.position()).isGreaterThan(0);
        }
    }

    @Test
    void any_bytes_at_all_are_an_offence_or_wait_for_more() {
        var random = new Random(11);
        int offences = 0;
        for (int round = 0; round < 2000; round++) {
            var bytes = client().headers(1, GET).times(20, new RawFrames().hex(FrameType.HEADERS, HEADERS, 3, "83 86 84 0010"
                    + "782d726573706f6e73652d6279746573 02 3737")
                    .hex(FrameType.DATA, 1, 3, "616263").hex(FrameType.GOAWAY, 0, 0, "0000000000000000")).buffer();
            for (int i = 0; i < 5; i++) {
                bytes.put(33 + random.nextInt(bytes.limit() - 33), (byte) random.nextInt(256));
            }
            offences += isOffence(bytes) ? 1 : 0;
        }
        assertThat(offences).isBetween(1, 1999);
    }

    private static boolean isOffence(ByteBuffer bytes) {
        var one = new Http2Server();
        try {
            one.receive(bytes, ByteBuffer.allocate(Protocol.ROOM), Http2HostileClientTest::ignore);
            assertThat(bytes.remaining()).isLessThanOrEqualTo(FrameHead.BYTES);
            return false;
        } catch (WireException e) {
            return true;
        }
    }

    private static RawFrames client() {
        return RawFrames.ofClient();
    }

    private static void ignore(int call, int wanted, int error, boolean health, long payload) {}
}
