package meshadvisor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates that are wrong in one way each, and plugins that give no credential. */
class HandshakeTest {

    @TempDir
    static Path keys;
    private static Certificates certificates;

    @TempDir
    Path folder;

    private Live live;

    @BeforeAll
    static void certificates() throws Exception {
        certificates = Certificates.in(keys);
        certificates.server("expired", "-ext", "SAN=DNS:localhost", "-startdate", "-10d", "-validity", "5");
        certificates.server("future", "-ext", "SAN=DNS:localhost", "-startdate", "+10d", "-validity", "5");
        certificates.server("elsewhere", "-ext", "SAN=DNS:elsewhere.example", "-startdate", "-1d", "-validity", "5");
    }

    @BeforeEach
    void somebody() {
        live = new Live(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            expired   | the server's certificate has expired | kubeadm certs renew
            future    | the server's certificate is not yet valid | set the clock of this machine
            elsewhere | the server's certificate is for other names | write a name of the certificate as server
            """)
    void a_certificate_that_is_not_good_shows_no_credential_and_says_what_is_wrong(String alias, String cause, String remedy)
            throws Exception {
        try (ApiServer server = ApiServer.https(certificates.context(alias)).shop(1)) {
            live.cluster(server.address(), Live.trusting(certificates.pem("authority"))).assess().exits(6)
                    .says("the TLS handshake with localhost:" + server.port() + " failed: " + cause, remedy);
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void an_authority_that_nobody_vouches_for_is_named_with_the_field_to_write() throws Exception {
        try (ApiServer server = ApiServer.https(certificates.context("good")).shop(1)) {
            live.cluster(server.address()).assess().exits(6).says("is signed by nobody who is trusted", "certificate-authority");
            live.cluster(server.address(), Live.trusting(certificates.pem("elsewhere"))).assess().exits(6)
                    .says("is signed by nobody who is trusted");
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void a_server_that_is_not_to_be_checked_is_read_with_a_warning_in_the_report() throws Exception {
        try (ApiServer server = ApiServer.https(certificates.context("elsewhere")).shop(1)) {
            live.cluster(server.address(), "insecure-skip-tls-verify: true").assess().exits(0).sees("cart")
                    .says("insecure-skip-tls-verify");
        }
    }

    @Test
    void a_server_that_hangs_up_in_the_handshake_is_away_and_its_certificate_is_not_blamed() throws IOException {
        try (RawServer server = RawServer.that((connection, head) -> {
        })) {
            live.cluster(server.address().replace("http:", "https:")).assess("--timeout", "10s").exits(6)
                    .says("the connection to localhost:" + server.port() + " broke");
        }
    }

    @Test
    void a_server_that_speaks_no_tls_is_named() throws IOException {
        try (RawServer server = RawServer.that(RawServer.saying("HTTP/1.1 400 Bad Request", ""))) {
            live.cluster(server.address().replace("http:", "https:")).assess("--timeout", "10s").exits(6)
                    .says("no TLS is spoken there", "check the port and the scheme");
        }
    }

    @Test
    void a_port_that_speaks_tls_is_named_if_the_kubeconfig_says_http() throws Exception {
        try (ApiServer server = ApiServer.https(certificates.context("good")).shop(1)) {
            live.cluster(server.address().replace("https:", "http:")).assess("--timeout", "5s").exits(6)
                    .says("at http://localhost:" + server.port() + " cannot be read");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sleep 60                         | was stopped after 2 seconds | Run it yourself to see what it waits for
            echo hello                       | plugin                      | ExecCredential
            printf 'Password: ' >&2; read p  | asked for input             | Log in with the plugin itself first
            echo 'no session' >&2; exit 3    | failed with exit code 3     | Run it yourself to see more
            """)
    void a_plugin_that_gives_no_credential_ends_the_run_and_says_what_it_did(String script, String cause, String remedy) throws Exception {
        try (ApiServer server = ApiServer.https(certificates.context("good")).shop(1)) {
            live.cluster(server.address(), Live.trusting(certificates.pem("authority"))).plugin(script + "\n");
            var ran = live.assess("--timeout", "2s").exits(6).says("no credential for the cluster c", cause, remedy);
            assertThat(server.seen()).isEmpty();
            assertThat(ran.took()).isLessThan(Duration.ofSeconds(10));
        }
    }
}
