package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import meshadvisor.load.wire.Http1Peer.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 as the server reads and writes it, over buffers. */
class Http1ServerTest {

    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final Http1Peer peer = new Http1Peer();

    @Test
    void a_request_is_told_and_its_answer_written() throws Exception {
        assertThat(peer.say(GET)).isEmpty();
        assertThat(peer.requests).containsExactly(new Request(0, -1, -1, false, 0));
        assertThat(peer.answer(peer.requests.getFirst(), 200, 5)).startsWith("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n").hasSize(43);
        assertThat(peer.server.closing()).isFalse();
    }

    @Test
    void names_of_headers_are_of_any_case() throws Exception {
        peer.say("POST /a?b HTTP/1.1\r\nHOST: a\r\ncOnTeNt-LeNgTh:3\r\nX-Response-BYTES:\t42 \r\nX-ERROR-status: 503\r\n\r\nabc");
        assertThat(peer.requests).containsExactly(new Request(0, 42, 503, false, 3));
    }

    @ParameterizedTest
    @CsvSource({"/healthz, true", "/healthz?now, true", "/healthzz, false", "/health, false", "/a/healthz, false"})
    void the_path_of_health_is_known(String path, boolean health) throws Exception {
        peer.say(GET.replace("/ ", path + " "));
        assertThat(peer.requests.getFirst().health()).isEqualTo(health);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void requests_may_be_cut_anywhere(int size) throws Exception {
        String all = GET + "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
                + "PUT / HTTP/1.1\r\nhost: a\r\nTransfer-Encoding: Chunked\r\n\r\n5;x=y\r\nhello\r\n1A\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\nT: 1\r\n\r\n"
                + GET;
        for (int i = 0; i < all.length(); i += size) {
            peer.say(all.substring(i, Math.min(all.length(), i + size)));
        }
        assertThat(peer.requests).extracting(Request::payload).containsExactly(0L, 5L, 31L, 0L);
    }

    @Test
    void bodies_may_be_longer_than_any_buffer() throws Exception {
        peer.say("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" + "b".repeat(999_999));
        assertThat(peer.requests).isEmpty();
        assertThat(peer.server.midway()).isTrue();
        peer.say("b");
        assertThat(peer.requests).containsExactly(new Request(0, -1, -1, false, 1_000_000));
        assertThat(peer.server.midway()).isFalse();
    }

    @Test
    void answers_leave_in_the_order_of_their_requests() throws Exception {
        peer.say(GET.repeat(3));
        assertThat(peer.answer(peer.requests.get(2), 503, 0)).isEmpty();
        assertThat(peer.answer(peer.requests.get(1), 404, 0)).isEmpty();
        assertThat(peer.answer(peer.requests.get(0), 200, 0))
                .isEqualTo(OK + "HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n" + "HTTP/1.1 503 \r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void an_answer_may_be_longer_than_the_buffer() throws Exception {
        peer.say(GET.repeat(2));
        assertThat(peer.answer(peer.requests.get(0), 200, 3_000_000))
                .hasSize(3_000_000 + "HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n".length());
        assertThat(peer.answer(peer.requests.get(1), 200, 0)).isEqualTo(OK);
    }

    @Test
    void answers_need_no_room_and_wait_for_it() throws Exception {
        Http1Peer narrow = new Http1Peer(130);
        narrow.feed(GET.repeat(50));
        StringBuilder heard = new StringBuilder();
        narrow.requests.forEach(each -> heard.append(narrow.answer(each, 200, 0)));
        assertThat(heard).hasToString(OK.repeat(50));
    }

    @Test
    void it_reads_no_further_than_so_many_open_requests() throws Exception {
        Http1Peer eager = new Http1Peer();
        for (int i = 0; i < Http1Server.OPEN; i++) {
            eager.say(GET);
        }
        eager.feed(GET + GET);
        assertThat(eager.requests).hasSize(Http1Server.OPEN);
        assertThat(eager.answer(eager.requests.getFirst(), 200, 0)).isEqualTo(OK);
        eager.again();
        assertThat(eager.requests).hasSize(Http1Server.OPEN + 1);
    }

    @Test
    void the_last_answer_says_so_and_what_follows_it_is_ignored() throws Exception {
        peer.say(GET + "GET / HTTP/1.1\r\nHost: a\r\nConnection: Keep-Alive , Close\r\n\r\n" + GET);
        assertThat(peer.requests).hasSize(2);
        assertThat(peer.server.closing()).isTrue();
        assertThat(peer.answer(peer.requests.get(0), 200, 0)).isEqualTo(OK);
        assertThat(peer.answer(peer.requests.get(1), 200, 0))
                .isEqualTo("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void the_old_version_closes_unless_asked_to_keep() throws Exception {
        peer.say("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        assertThat(peer.answer(peer.requests.get(0), 200, 0)).contains("Connection: keep-alive\r\n");
        assertThat(peer.server.closing()).isFalse();
        peer.say("GET / HTTP/1.0\r\n\r\n");
        assertThat(peer.answer(peer.requests.get(1), 200, 0)).contains("Connection: close\r\n");
        assertThat(peer.server.closing()).isTrue();
    }

    @Test
    void an_answer_to_head_has_no_body() throws Exception {
        peer.say(GET.replace("GET", "HEAD"));
        assertThat(peer.answer(peer.requests.getFirst(), 200, 100)).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
    }

    @Test
    void a_peer_that_waits_for_leave_to_send_gets_it_after_the_answers_before() throws Exception {
        peer.say(GET);
        assertThat(peer.say("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n")).isEmpty();
        assertThat(peer.answer(peer.requests.getFirst(), 200, 0)).isEqualTo(OK + "HTTP/1.1 100 Continue\r\n\r\n");
        assertThat(peer.say("ab")).isEmpty();
        assertThat(peer.requests.getLast().payload()).isEqualTo(2);
    }

    @Test
    void a_peer_that_sends_without_leave_is_not_told_to_go_on() throws Exception {
        assertThat(peer.say("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\nab")).isEmpty();
        assertThat(peer.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r\n\r\n"})
    void empty_lines_before_a_request_are_ignored(String lines) throws Exception {
        peer.say(lines + GET);
        assertThat(peer.requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /                                                      | 400
            GET / HTTP/1.1 x                                           | 400
            GET  / HTTP/1.1                                            | 400
            G@T / HTTP/1.1                                             | 400
            GET / http/1.1                                             | 400
            GET / HTTP/2.0                                             | 505
            PRI * HTTP/2.0                                             | 505
            CONNECT a:1 HTTP/1.1                                       | 501
            GET / HTTP/1.1~                                            | 400
            GET / HTTP/1.1~Host: a~Host: a                             | 400
            GET / HTTP/1.1~Host: a~bad                                 | 400
            GET / HTTP/1.1~Host: a~bad : b                             | 400
            GET / HTTP/1.1~Host: a~ folded                             | 400
            GET / HTTP/1.1~Host: a~a: b\u0000c                         | 400
            GET / HTTP/1.1~Host: a~a: b\rc                             | 400
            GET / HTTP/1.1~Host: a~Content-Length: -1                  | 400
            GET / HTTP/1.1~Host: a~Content-Length: +1                  | 400
            GET / HTTP/1.1~Host: a~Content-Length: 1, 1                | 400
            GET / HTTP/1.1~Host: a~Content-Length: 1~Content-Length: 2 | 400
            GET / HTTP/1.1~Host: a~Content-Length: 9999999999999999999 | 400
            GET / HTTP/1.1~Host: a~Content-Length: 1~Transfer-Encoding: chunked | 400
            GET / HTTP/1.1~Host: a~Transfer-Encoding: chunked~Content-Length: 1 | 400
            GET / HTTP/1.1~Host: a~Transfer-Encoding: chunked~Transfer-Encoding: chunked | 400
            GET / HTTP/1.1~Host: a~Transfer-Encoding: gzip, chunked    | 501
            GET / HTTP/1.1~Host: a~Transfer-Encoding: xchunked         | 501
            GET / HTTP/1.0~Transfer-Encoding: chunked                  | 400
            GET / HTTP/1.1~Host: a~Expect: miracles                    | 417
            GET / HTTP/1.1~Host: a~x-error-status: 200                 | 400
            GET / HTTP/1.1~Host: a~x-response-bytes: 4294967296        | 400
            """)
    void what_is_wrong_or_could_be_read_in_two_ways_is_refused(String lines, int status) {
        assertThatThrownBy(() -> peer.say(lines.replace("~", "\r\n") + "\r\n\r\n")).isInstanceOf(WireException.class);
        assertThat(peer.heard()).isEqualTo("HTTP/1.1 " + status + " \r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        assertThat(peer.server.closing()).isTrue();
        assertThat(peer.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x\r\n", "-1\r\n", "\r\n", "10000000000000000\r\n", "2\r\nabc\r\n", "1\r\na\n", "1;\u0001\r\n", "0\r\n\u0001\r\n"})
    void chunks_that_are_wrong_are_refused(String chunks) {
        String head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertThatThrownBy(() -> peer.say(head + chunks)).isInstanceOf(WireException.class);
        assertThat(peer.heard()).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_line_that_ends_without_carriage_return_is_refused() {
        assertThatThrownBy(() -> peer.say("GET / HTTP/1.1\nHost: a\n\n")).isInstanceOf(WireException.class);
        assertThat(peer.heard()).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void what_is_too_long_is_refused() {
        for (var each : List.of("GET /" + "a".repeat(20_000), GET.replace("\r\n\r\n", "\r\na: " + "b".repeat(20_000)),
                GET.replace("\r\n\r\n", "\r\n" + "a: b\r\n".repeat(20_000)),
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + "a: b\r\n".repeat(20_000))) {
            Http1Peer lengthy = new Http1Peer();
            assertThatThrownBy(() -> lengthy.say(each)).isInstanceOfSatisfying(WireException.class,
                    e -> assertThat(e.failure()).isEqualTo(Failure.TOO_LARGE));
            assertThat(lengthy.heard()).startsWith(each.startsWith("GET /a") ? "HTTP/1.1 414 " : "HTTP/1.1 431 ");
        }
    }

    @Test
    void a_refusal_waits_for_the_answers_before_it() throws Exception {
        assertThat(peer.say(GET + "nonsense\r\n")).isEmpty();
        assertThat(peer.server.closing()).isTrue();
        assertThat(peer.answer(peer.requests.getFirst(), 200, 0)).startsWith(OK + "HTTP/1.1 400 ");
    }
}
