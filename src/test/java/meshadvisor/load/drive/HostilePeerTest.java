package meshadvisor.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import meshadvisor.load.drive.Plan.Waiting;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.wire.EchoClient;
import meshadvisor.load.wire.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that do harm: each failure is counted by its kind, and the run ends by itself. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HostilePeerTest {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String LENGTH = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";
    private static final String SHORT = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void nobody_listens(Waiting waiting) throws IOException {
        InetSocketAddress address;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = (InetSocketAddress) socket.getLocalSocketAddress();
        }
        new Trial().to(address, 1).waiting(waiting).allFail(Failure.REFUSED);
        new Trial().to(address, 1).waiting(waiting).closingEach().allFail(Failure.REFUSED);
    }

    @Test
    void the_name_is_not_known() throws IOException {
        new Trial().toNobody().allFail(Failure.DNS);
        new Trial().toNobody().closingEach().allFail(Failure.DNS);
    }

    @Test
    void a_reset_in_the_midst_of_an_answer() throws IOException {
        try (var peer = Peer.once(client -> {
            client.say(LENGTH + "abc");
            client.reset();
        })) {
            new Trial().to(peer).allFail(Failure.RESET);
            new Trial().to(peer).closingEach().allFail(Failure.RESET);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 2", LENGTH + "abc", CHUNKED, CHUNKED + "3\r\nabc\r\n", CHUNKED + "0\r\nTrailer: a\r\n"})
    void the_connection_is_closed_before_the_end_of_an_answer(String part) throws IOException {
        try (var peer = Peer.once(client -> client.say(part))) {
            new Trial().to(peer).allFail(Failure.CLOSED);
        }
    }

    @Test
    void the_peer_has_closed_its_half() throws IOException {
        try (var peer = new Peer(client -> {
            client.socket().shutdownOutput();
            client.waitUntilClosed();
        })) {
            new Trial().to(peer).allFail(Failure.CLOSED);
        }
    }

    @Test
    void every_connection_is_closed_at_once() throws IOException {
        try (var peer = new Peer(client -> {})) {
            var counts = new Trial().to(peer).run(40, 100);
            assertThat(counts.allFailed()).isEqualTo(40);
            assertThat(EnumSet.of(Failure.CLOSED, Failure.RESET)).containsAll(counts.failed().keySet());
            assertThat(peer.accepted()).as("a pause between tries").isLessThan(100);
        }
    }

    @Test
    void an_answer_comes_byte_by_byte_and_never_ends() throws IOException {
        try (var peer = Peer.once(client -> {
            for (int i = 0; i < 10_000; i++) {
                client.say(i < LENGTH.length() ? LENGTH.substring(i, i + 1) : "x");
                Thread.sleep(20);
            }
        })) {
            new Trial().to(peer).timeout(300).allFail(Failure.TIMEOUT);
        }
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void nothing_ever_comes(Waiting waiting) throws IOException {
        try (var peer = Peer.once(Peer.Connected::waitUntilClosed)) {
            new Trial().to(peer).waiting(waiting).timeout(200).allFail(Failure.TIMEOUT);
            new Trial().to(peer).waiting(waiting).timeout(200).closingEach().allFail(Failure.TIMEOUT);
            new Trial().to(peer).waiting(waiting).timeout(200).protocol(routes -> new EchoClient()).allFail(Failure.TIMEOUT);
        }
    }

    @Test
    void nothing_is_ever_read() throws IOException {
        try (var peer = new Peer(client -> Thread.sleep(30_000))) {
            new Trial().to(peer).timeout(300).routes(Trial.route("POST", 1))
                    .payload(new Fixed(100_000_000)).allFail(Failure.TIMEOUT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-bomb: 0123456789012345678901234567890123456789\r\n", "endless", "\r\nHTTP/1.1 100 Continue\r\n"})
    void a_head_that_does_not_end(String piece) throws IOException {
        var piecewise = piece.repeat(200);
        try (var peer = Peer.once(client -> {
            client.say("HTTP/1.1 103 Early Hints\r\n");
            for (int i = 0; i < 1_000; i++) {
                client.say(piecewise);
            }
        })) {
            new Trial().to(peer).allFail(Failure.TOO_LARGE);
        }
    }

    @Test
    void trailers_that_do_not_end() throws IOException {
        var line = "x-bomb: 0123456789012345678901234567890123456789\r\n".repeat(200);
        try (var peer = Peer.once(client -> {
            client.say(CHUNKED + "0\r\n");
            for (int i = 0; i < 1_000; i++) {
                client.say(line);
            }
        })) {
            new Trial().to(peer).allFail(Failure.TOO_LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\n\r\n", CHUNKED, CHUNKED + "ffffffffffffff\r\n"})
    void a_body_that_does_not_end(String head) throws IOException {
        var piece = head.endsWith("chunked\r\n\r\n") ? "1;ext=a\r\nx\r\n".repeat(400) : "x".repeat(4_000);
        try (var peer = Peer.once(client -> {
            client.say(head);
            for (int i = 0; i < 100_000; i++) {
                client.say(piece);
                Thread.sleep(1);
            }
        })) {
            new Trial().to(peer).timeout(300).allFail(Failure.TIMEOUT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n", "\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "HTTP/2.0 200 OK\r\n\r\n", "\0\1\2\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\n\r\n",
            CHUNKED + "xyz\r\n", CHUNKED + "3\r\nabcdef\r\n", CHUNKED + "ffffffffffffffff\r\n", CHUNKED + "-1\r\n"})
    void an_answer_that_is_none(String garbage) throws IOException {
        try (var peer = Peer.once(client -> {
            client.say(garbage);
            client.waitUntilClosed();
        })) {
            new Trial().to(peer).allFail(Failure.PROTOCOL);
        }
    }

    @Test
    void more_comes_back_than_was_sent() throws IOException {
        try (var peer = new Peer(client -> {
            client.in().read();
            client.say("xx");
            client.waitUntilClosed();
        })) {
            new Trial().to(peer).protocol(routes -> new EchoClient()).allFail(Failure.PROTOCOL);
        }
    }

    @Test
    void two_answers_come_to_each_request() throws IOException {
        try (var peer = Peer.answering(SHORT + SHORT)) {
            var counts = new Trial().to(peer).run(100, 500);
            // Where the second comes late, it may meet the next request; a connection is never used further after it was noticed.
            assertThat(counts.completed()).isPositive();
            assertThat(EnumSet.of(Failure.PROTOCOL, Failure.RESET, Failure.CLOSED)).containsAll(counts.failed().keySet());
        }
    }

    @Test
    void an_error_of_the_server_is_a_failure_of_its_own_kind() throws IOException {
        try (var peer = Peer.answering("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 3\r\n\r\nabc")) {
            new Trial().to(peer).allFail(Failure.STATUS);
            assertThat(peer.accepted()).isEqualTo(4);
        }
    }

    @Test
    void some_fail_and_others_do_not() throws IOException {
        try (var peer = new Peer(client -> {
            while (true) {
                var asked = client.request();
                if (asked.isEmpty() || asked.get().method().equals("PUT")) {
                    return;
                }
                client.say(SHORT);
            }
        })) {
            var counts = new Trial().routes(Trial.route("GET", 1), Trial.route("PUT", 1)).to(peer).run(200, 1_000);
            long bad = peer.asked().stream().filter(each -> each.method().equals("PUT")).count();
            assertThat(bad).isPositive();
            assertThat(counts.failed()).containsOnlyKeys(Failure.CLOSED);
            // Where a connection is lost before its first answer there is a pause, in which others fail without being sent.
            assertThat(counts.sent()).isEqualTo(counts.completed() + bad);
        }
    }
}
