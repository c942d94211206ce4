package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java's HTTP client through a proxy that speaks TLS. */
class TlsProxyRelayTest {

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    private KeyStoreFile keys;
    private ServerSocket proxy;

    @BeforeEach
    void a_proxy_that_answers_everything_with_its_name() throws Exception {
        keys = KeyStoreFile.in(folder);
        proxy = keys.context().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!proxy.isClosed()) {
                try {
                    answer(proxy.accept());
                } catch (IOException e) {
                    seen.add("refused");
                }
            }
        });
    }

    @AfterEach
    void the_proxy_ends() throws IOException {
        proxy.close();
    }

    private void answer(Socket connection) throws IOException {
        try (connection; InputStream input = connection.getInputStream()) {
            byte[] part = new byte[4_000];
            seen.add(new String(part, 0, Math.max(0, input.read(part)), StandardCharsets.UTF_8));
            connection.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nproxy".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static int status(TlsProxyRelay relay) throws Exception {
        URI there = relay.address();
        try (HttpClient client =
                HttpClient.newBuilder().proxy(ProxySelector.of(new InetSocketAddress(there.getHost(), there.getPort()))).build()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://cluster.invalid/version")).build(), BodyHandlers.ofString())
                    .statusCode();
        }
    }

    private Proxy named(String host) {
        return new Proxy("https", host, proxy.getLocalPort(), Optional.empty());
    }

    @Test
    void a_request_reaches_the_proxy_through_tls() throws Exception {
        try (TlsProxyRelay relay = TlsProxyRelay.open(named("localhost"), keys.context().getSocketFactory())) {
            assertThat(status(relay)).isEqualTo(200);
            assertThat(seen.poll(5, TimeUnit.SECONDS)).startsWith("GET http://cluster.invalid/version");
            assertThat(relay.failure()).isEmpty();
        }
    }

    @Test
    void a_proxy_that_nobody_vouches_for_sees_nothing() throws Exception {
        try (TlsProxyRelay relay = TlsProxyRelay.open(named("localhost"), (SSLSocketFactory) SSLSocketFactory.getDefault())) {
            assertThat(status(relay)).isEqualTo(502);
            assertThat(relay.failure().map(Remark::toString).orElse("")).contains("The https proxy cannot be used: ")
                    .contains("proxy's certificate");
            assertThat(seen.poll(5, TimeUnit.SECONDS)).isEqualTo("refused");
        }
    }

    @Test
    void a_proxy_under_another_name_sees_nothing() throws Exception {
        try (TlsProxyRelay relay = TlsProxyRelay.open(named("127.0.0.1"), keys.context().getSocketFactory())) {
            assertThat(status(relay)).isEqualTo(502);
        }
    }

    @Test
    void after_the_end_nobody_listens() throws Exception {
        int refused = 0;
        for (int tries = 0; tries < 3; tries++) { // another process may get a port in the same moment, but not three times
            TlsProxyRelay relay = TlsProxyRelay.open(named("localhost"), keys.context().getSocketFactory());
            relay.close();
            try (Socket socket = new Socket()) {
                InetSocketAddress there = new InetSocketAddress(relay.address().getHost(), relay.address().getPort());
                refused += catchThrowable(() -> socket.connect(there)) instanceof IOException ? 1 : 0;
            }
        }
        assertThat(refused).isPositive();
    }
}
