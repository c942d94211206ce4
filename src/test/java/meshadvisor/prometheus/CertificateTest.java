package meshadvisor.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a Prometheus with https may be. */
class CertificateTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder;

    private static HttpsServer server;
    private static Path authority;

    @BeforeAll
    static void serve() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        authority = folder.resolve("ca.pem");
        keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=prometheus", "-ext", "SAN=IP:127.0.0.1", "-validity", "2",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD);
        keytool("-exportcert", "-rfc", "-alias", "server", "-file", authority.toString(), "-keystore", store.toString(), "-storepass",
                PASSWORD);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.createContext("/", exchange -> {
            try (exchange) {
                PrometheusDouble.say(exchange, 200, "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}");
            }
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static String gap(String host, Optional<SSLContext> trust) {
        URI address = URI.create("https://" + host + ":" + server.getAddress().getPort());
        try (HttpFetch fetch = new HttpFetch(address, "", trust)) {
            return Asking.gap(Prometheus.observe(fetch, Asking.only("istio"), Asking.WINDOW, Bounds.USUAL));
        }
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_a_gap() {
        assertThat(gap("127.0.0.1", Optional.empty())).contains("cannot be trusted").contains("--prometheus-ca-file");
    }

    @Test
    void an_authority_that_the_user_names_is_trusted() throws IOException, GeneralSecurityException {
        assertThat(gap("127.0.0.1", Optional.of(Authorities.of(authority)))).contains("has no series of Istio");
    }

    @Test
    void a_certificate_for_another_name_is_a_gap() throws IOException, GeneralSecurityException {
        assertThat(gap("localhost", Optional.of(Authorities.of(authority)))).contains("cannot be trusted").contains("localhost");
    }
}
