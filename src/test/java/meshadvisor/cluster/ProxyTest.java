package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A proxy between here and the cluster, as the kubeconfig names it, and not as the environment does to libraries behind our back. */
@Isolated("sets system properties")
class ProxyTest {

    /** {@code joe:s3cret}, as a header has it. */
    private static final String LOGIN = "Proxy-Authorization: Basic am9lOnMzY3JldA==";

    @TempDir
    static Path keys;
    private static Certificates certificates;

    @TempDir
    Path folder;

    private ApiServer server;
    private Live live;

    @BeforeAll
    static void certificates() throws Exception {
        certificates = Certificates.in(keys);
    }

    @BeforeEach
    void a_shop() throws Exception {
        server = ApiServer.https(certificates.context("good")).shop(2);
        live = new Live(folder);
    }

    @AfterEach
    void the_server_ends() {
        server.close();
    }

    private Live through(String proxy) throws Exception {
        return live.cluster(server.address(), Live.trusting(certificates.pem("authority")), "proxy-url: \"" + proxy + "\"");
    }

    /** Gives tunnels to who logs in, if that is wanted. */
    private static RawServer.Talk tunnels(boolean wantsLogin) {
        return (connection, head) -> {
            if (wantsLogin && !head.contains(LOGIN)) {
                say(connection,
                        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            String[] target = head.split(" ", 3)[1].split(":");
            try (Socket there = new Socket(target[0], Integer.parseInt(target[1]))) {
                say(connection, "HTTP/1.1 200 Connection established\r\n\r\n");
                Thread back = Thread.ofPlatform().daemon().start(() -> pass(there, connection));
                pass(connection, there);
                back.join();
            }
        };
    }

    private static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static void pass(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of the two went away
        }
    }

    @Test
    void a_proxy_leads_to_the_cluster_and_never_sees_a_credential() throws Exception {
        try (RawServer proxy = RawServer.that(tunnels(false))) {
            through(proxy.address()).assess().exits(0).sees("cart");
            assertThat(proxy.heads()).isNotEmpty().allMatch(h -> h.startsWith("CONNECT localhost:" + server.port()))
                    .noneMatch(h -> h.contains("old-token"));
            assertThat(server.seen()).allMatch(s -> s.header("Authorization").equals("Bearer old-token"));
        }
    }

    @Test
    void a_proxy_that_wants_a_login_gets_the_one_of_the_kubeconfig_and_the_cluster_does_not() throws Exception {
        try (RawServer proxy = RawServer.that(tunnels(true))) {
            through(proxy.address().replace("//", "//joe:s3cret@")).assess().exits(0).sees("cart");
            assertThat(proxy.heads()).isNotEmpty().allMatch(h -> h.contains(LOGIN));
            assertThat(server.seen()).allMatch(s -> s.header("Proxy-Authorization").isEmpty());
        }
    }

    @Test
    void a_proxy_that_wants_a_login_which_nobody_gave_is_named() throws Exception {
        try (RawServer proxy = RawServer.that(tunnels(true))) {
            through(proxy.address()).assess().exits(6).says("407", "proxy-url: http://USER:PASSWORD@HOST:PORT");
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void a_proxy_that_speaks_tls_leads_to_the_cluster_too_with_a_login_or_without() throws Exception {
        var sockets = certificates.context("good").getServerSocketFactory();
        try (RawServer proxy = RawServer.on(sockets.createServerSocket(0, 50, InetAddress.getByName("localhost")), tunnels(true))) {
            through("https://joe:s3cret@localhost:" + proxy.port()).assess().exits(0).sees("cart");
            assertThat(proxy.heads()).isNotEmpty().allMatch(h -> h.contains(LOGIN));
        }
        try (RawServer proxy = RawServer.on(sockets.createServerSocket(0, 50, InetAddress.getByName("localhost")), tunnels(false))) {
            through("https://localhost:" + proxy.port()).assess().exits(0).sees("cart");
        }
    }

    @Test
    void a_proxy_whose_certificate_nobody_vouches_for_is_named() throws Exception {
        certificates.server("elsewhere", "-ext", "SAN=DNS:elsewhere.example", "-startdate", "-1d");
        var sockets = certificates.context("elsewhere").getServerSocketFactory();
        try (RawServer proxy = RawServer.on(sockets.createServerSocket(0, 50, InetAddress.getByName("localhost")), tunnels(false))) {
            through("https://localhost:" + proxy.port()).assess().exits(6).says("The https proxy cannot be used", "Check proxy-url");
            assertThat(server.seen()).isEmpty();
        }
    }

    @Test
    void a_proxy_that_is_not_there_is_named() throws Exception {
        RawServer proxy = RawServer.that(tunnels(false));
        proxy.close();
        through(proxy.address()).assess().exits(6).says("check that the cluster runs and that the way to it is open (VPN, proxy-url)");
    }

    @Test
    void neither_properties_of_java_nor_of_the_library_change_the_way() throws Exception {
        try (RawServer trap = RawServer.that(tunnels(false))) {
            var properties = new String[][] {{"https.proxyHost", "localhost"}, {"https.proxyPort", "" + trap.port()},
                    {"https.proxy", trap.address()}, {"all.proxy", trap.address()}, {"kubernetes.master", trap.address()},
                    {"kubernetes.trust.certificates", "true"}, {"kubernetes.auth.token", "new-token"}, {"kubeconfig", "/nonexistent"}};
            for (String[] each : properties) {
                System.setProperty(each[0], each[1]);
            }
            try {
                live.cluster(server.address(), Live.trusting(certificates.pem("authority"))).assess().exits(0).sees("cart");
                live.cluster(server.address()).assess().exits(6).says("is signed by nobody who is trusted");
            } finally {
                for (String[] each : properties) {
                    System.clearProperty(each[0]);
                }
            }
            assertThat(trap.heads()).isEmpty();
            assertThat(server.seen()).allMatch(s -> s.header("Authorization").equals("Bearer old-token"));
        }
    }
}
