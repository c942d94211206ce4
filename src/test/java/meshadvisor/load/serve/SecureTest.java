package meshadvisor.load.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import meshadvisor.load.net.Credentials;
import meshadvisor.load.net.Credentials.Identity;
import meshadvisor.load.schedule.Distribution.Fixed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The echo server over TLS, asked by the client of the JDK. */
class SecureTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static Identity server;
    private static Identity client;

    @BeforeAll
    static void certify() throws Exception {
        server = identity("server");
        client = identity("client");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void the_client_chooses_the_version(Version version) throws Exception {
        try (var serving = Client.serve(offer(Offer.Clients.ANYBODY)); var asking = client(version, Optional.empty())) {
            var answer = ask(asking, serving, 300_000);
            assertThat(answer.version()).isEqualTo(version);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).hasSize(300_000);
            assertThat(ask(asking, serving, 1).body()).hasSize(1);
        }
    }

    @Test
    void only_clients_with_a_certificate_are_served_if_that_is_asked_for() throws Exception {
        try (var serving = Client.serve(offer(Offer.Clients.CERTIFIED))) {
            try (var known = client(Version.HTTP_1_1, Optional.of(client))) {
                assertThat(ask(known, serving, 10).body()).hasSize(10);
            }
            try (var stranger = client(Version.HTTP_1_1, Optional.empty())) {
                assertThatThrownBy(() -> ask(stranger, serving, 10)).isInstanceOf(IOException.class);
            }
            try (var known = client(Version.HTTP_2, Optional.of(client))) {
                assertThat(ask(known, serving, 10).body()).hasSize(10);
            }
        }
    }

    @Test
    void who_speaks_in_the_clear_is_closed() throws Exception {
        try (var serving = Client.serve(offer(Offer.Clients.ANYBODY)); var clear = Client.of(serving);
                var asking = client(Version.HTTP_1_1, Optional.empty())) {
            clear.say(Client.GET);
            assertThat(clear.untilClosed()).isLessThan(100); // an alert, and no answer
            assertThat(
                    asking.send(HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + serving.address().getPort() + "/healthz")).build(),
                            BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static Offer offer(Offer.Clients clients) throws IOException {
        var context = Credentials.context(Optional.of(client.certificates()), Optional.of(server));
        return new Offer(Spoken.HTTP, new Behaviour(new Fixed(1_000_000), new Fixed(0), 0, 1), Onward.NOWHERE, Bounds.USUAL, Idle.PARK,
                Optional.of(new Offer.Security(context, clients)));
    }

    private static HttpClient client(Version version, Optional<Identity> identity) throws IOException {
        SSLContext context = Credentials.context(Optional.of(server.certificates()), identity);
        return HttpClient.newBuilder().sslContext(context).version(version).build();
    }

    private static HttpResponse<byte[]> ask(HttpClient client, Server serving, int bytes) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + serving.address().getPort() + "/"))
                .header("x-response-bytes", Integer.toString(bytes)).POST(BodyPublishers.ofByteArray(new byte[200_000])).build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    /** A certificate that vouches for itself, and its key, in PEM. */
    private static Identity identity(String name) throws Exception {
        Path store = folder.resolve(name + ".p12");
        var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg",
                "EC", "-alias", name, "-dname", "CN=" + name, "-ext", "SAN=IP:127.0.0.1", "-storetype", "PKCS12", "-keystore",
                store.toString(), "-storepass", new String(PASSWORD), "-J-XX:TieredStopAtLevel=1").redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
        assertThat(keytool.waitFor()).as(said).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return new Identity(pem(name + ".pem", "CERTIFICATE", keys.getCertificate(name).getEncoded()),
                pem(name + ".key", "PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded()));
    }

    private static Path pem(String file, String what, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(content);
        return Files.writeString(folder.resolve(file), "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
    }
}
