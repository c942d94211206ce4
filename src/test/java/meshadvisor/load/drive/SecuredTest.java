package meshadvisor.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import meshadvisor.load.drive.Plan.Waiting;
import meshadvisor.load.drive.Target.Handshake;
import meshadvisor.load.drive.Target.Secured;
import meshadvisor.load.net.Credentials;
import meshadvisor.load.net.Credentials.Identity;
import meshadvisor.load.net.Keys;
import meshadvisor.load.record.Counter;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.serve.Behaviour;
import meshadvisor.load.serve.Bounds;
import meshadvisor.load.serve.Idle;
import meshadvisor.load.serve.Offer;
import meshadvisor.load.serve.Offer.Clients;
import meshadvisor.load.serve.Onward;
import meshadvisor.load.serve.Server;
import meshadvisor.load.serve.Spoken;
import meshadvisor.load.wire.Failure;
import meshadvisor.load.wire.Http2Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over TLS: what goes well, and every way in which trust may be missing. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SecuredTest {

    @TempDir
    static Path folder;

    static Identity own;
    static Identity elsewhere;
    static Identity client;

    @BeforeAll
    static void keys() throws IOException {
        own = Keys.make(folder, "own", "dns:localhost,ip:127.0.0.1", "EC");
        elsewhere = Keys.make(folder, "elsewhere", "dns:elsewhere.example", "EC");
        client = Keys.make(folder, "client", "dns:client", "EC");
    }

    private static Server server(Identity shown, Clients clients) throws IOException {
        var context = Credentials.context(Optional.of(client.certificates()), Optional.of(shown));
        var offer = new Offer(Spoken.HTTP, new Behaviour(new Fixed(0), new Fixed(100), 0, 1), Onward.NOWHERE, Bounds.USUAL, Idle.PARK,
                Optional.of(new Offer.Security(context, clients)));
        return new Server(offer, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    private static Secured trusting(Identity authority, Optional<Identity> shown, Handshake handshake) throws IOException {
        return new Secured(Credentials.context(Optional.of(authority.certificates()), shown), "http/1.1", handshake);
    }

    private static Secured trusting(Identity authority) throws IOException {
        return trusting(authority, Optional.empty(), Handshake.RESUMED);
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void requests_are_answered_on_connections_that_are_kept(Waiting waiting) throws IOException {
        try (var server = server(own, Clients.ANYBODY)) {
            var trial = new Trial().waiting(waiting).to(server.address(), trusting(own));
            var counts = trial.run(200, 500);
            assertThat(counts.completed()).isEqualTo(200);
            assertThat(counts.answerBytes()).isEqualTo(20_000);
            assertThat(trial.recorder().totals("warmup").count(Counter.HANDSHAKES)).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Handshake.class)
    void each_request_may_have_a_handshake_of_its_own(Handshake handshake) throws IOException {
        try (var server = server(own, Clients.ANYBODY)) {
            var counts = new Trial().closingEach().to(server.address(), trusting(own, Optional.empty(), handshake)).run(40, 100);
            assertThat(counts.completed()).isEqualTo(40);
            assertThat(counts.handshakes()).isEqualTo(40);
            assertThat(counts.connections()).isEqualTo(40);
        }
    }

    @Test
    void bodies_larger_than_records_go_both_ways() throws IOException {
        try (var server = server(own, Clients.ANYBODY)) {
            var counts = new Trial().routes(Trial.route("POST", 1)).payload(new Fixed(300_000)).wanted(new Fixed(500_000))
                    .to(server.address(), trusting(own)).run(20, 50);
            assertThat(counts.completed()).isEqualTo(20);
            assertThat(counts.answerBytes()).isEqualTo(10_000_000);
        }
    }

    @Test
    void a_certificate_that_is_asked_for_is_shown() throws IOException {
        try (var server = server(own, Clients.CERTIFIED)) {
            var counts = new Trial().to(server.address(), trusting(own, Optional.of(client), Handshake.RESUMED)).run(20, 100);
            assertThat(counts.completed()).isEqualTo(20);
        }
    }

    @Test
    void a_certificate_of_an_authority_that_is_not_trusted() throws IOException {
        try (var server = server(elsewhere, Clients.ANYBODY)) {
            new Trial().to(server.address(), trusting(own)).allFail(Failure.TLS);
            new Trial().closingEach().to(server.address(), trusting(own)).allFail(Failure.TLS);
        }
    }

    @Test
    void a_certificate_of_another_name() throws IOException {
        try (var server = server(elsewhere, Clients.ANYBODY)) {
            new Trial().to(server.address(), trusting(elsewhere)).allFail(Failure.TLS);
        }
    }

    @Test
    void a_client_without_the_certificate_that_is_asked_for() throws IOException {
        try (var server = server(own, Clients.CERTIFIED)) {
            var counts = new Trial().to(server.address(), trusting(own)).run(20, 100);
            // The refusal comes after the handshake of TLS 1.3; a request that is on its way by then may see the reset that follows it.
            assertThat(counts.allFailed()).isEqualTo(20);
            assertThat(EnumSet.of(Failure.TLS, Failure.RESET, Failure.CLOSED)).containsAll(counts.failed().keySet());
        }
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void http_2_is_agreed_on(Waiting waiting) throws IOException {
        try (var server = server(own, Clients.ANYBODY)) {
            var secured = new Secured(Credentials.context(Optional.of(own.certificates()), Optional.empty()), "h2", Handshake.RESUMED);
            var counts = new Trial().waiting(waiting).protocol(Http2Client::new).wanted(new Fixed(50_000))
                    .to(server.address(), secured).run(200, 500);
            assertThat(counts.completed()).isEqualTo(200);
            assertThat(counts.answerBytes()).isEqualTo(10_000_000);
        }
    }

    @Test
    void a_protocol_that_the_server_does_not_offer() throws IOException {
        try (var server = server(own, Clients.ANYBODY)) {
            var secured = new Secured(Credentials.context(Optional.of(own.certificates()), Optional.empty()), "spdy", Handshake.RESUMED);
            new Trial().to(server.address(), secured).allFail(Failure.TLS);
        }
    }

    @Test
    void a_server_that_does_not_speak_tls() throws IOException {
        try (var peer = new Peer(connected -> {
            connected.in().read();
            connected.say("HTTP/1.1 400 Bad Request\r\n\r\n");
        })) {
            new Trial().to(peer.address(), trusting(own)).allFail(Failure.TLS);
        }
    }

    @Test
    void a_connection_that_ends_in_the_handshake() throws IOException {
        try (var peer = new Peer(connected -> connected.in().readNBytes(10))) {
            var counts = new Trial().to(peer.address(), trusting(own)).run(20, 100);
            assertThat(EnumSet.of(Failure.TLS, Failure.RESET)).containsAll(counts.failed().keySet());
            assertThat(counts.allFailed()).isEqualTo(20);
        }
    }

    @Test
    void a_connection_whose_handshake_hangs_is_given_up_and_opened_again() throws IOException {
        try (var peer = new Peer(Peer.Connected::waitUntilClosed)) {
            var counts = new Trial().connections(1).to(peer.address(), trusting(own)).timeout(100).run(20, 20);
            assertThat(counts.allFailed()).isEqualTo(20);
            assertThat(peer.accepted()).isGreaterThan(1);
        }
    }

    @Test
    void a_handshake_that_never_goes_on() throws IOException {
        try (var peer = new Peer(Peer.Connected::waitUntilClosed)) {
            new Trial().timeout(200).to(peer.address(), trusting(own)).allFail(Failure.TIMEOUT);
            new Trial().timeout(200).closingEach().to(peer.address(), trusting(own)).allFail(Failure.TIMEOUT);
        }
    }
}
