package meshadvisor.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command lines of rendezvous and janitor. */
@Timeout(120)
class ControlCommandsTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void all_mistakes_of_a_janitor_are_told_at_once() {
        assertThat(run("janitor", "--at", "noon", "--after", "soon", "--api", "http://10.0.0.1", "--bad", "--namespace", "default",
                "kube-system",
                "meshadvisor-bench-", "meshadvisor-bench-r1-a/../x", "meshadvisor-bench-" + "x".repeat(50))).isEqualTo(2);
        assertThat(err.toString().lines()).contains("load-generator janitor: unknown option --bad",
                "load-generator janitor: --after: \"soon\" is not a whole number",
                "load-generator janitor: --at: \"noon\" is no time like 2026-11-28T06:00:00Z",
                "load-generator janitor: --api: \"http://10.0.0.1\" is not like https://10.96.0.1:443")
                .filteredOn(line -> line.contains("is not deleted: it does not begin with meshadvisor-bench-")).hasSize(5);
        assertThat(run("janitor")).isEqualTo(2);
        assertThat(err.toString()).contains("--after is missing", "--namespace is missing", "KUBERNETES_SERVICE_HOST");
    }

    @Test
    void a_janitor_asks_the_API_server_and_says_what_it_does() throws IOException {
        Files.writeString(folder.resolve("token"), "a.secret.token");
        var asked = new ArrayList<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                exchange.sendResponseHeaders(404, -1);
            }
        });
        server.start();
        int code = run("janitor", "--after", "0", "--namespace", "meshadvisor-bench-r1-a", "meshadvisor-bench-r1-b", "--namespace",
                "meshadvisor-bench-r1-ctl", "--api", "http://127.0.0.1:" + server.getAddress().getPort(), "--account", folder.toString());
        server.stop(0);
        assertThat(code).as(err.toString()).isZero();
        assertThat(asked).containsExactly("DELETE /api/v1/namespaces/meshadvisor-bench-r1-a",
                "DELETE /api/v1/namespaces/meshadvisor-bench-r1-b",
                "DELETE /api/v1/namespaces/meshadvisor-bench-r1-ctl");
        assertThat(out.toString()).contains("meshadvisor-bench-r1-b: gone", "done").doesNotContain("secret");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void mistakes_of_a_rendezvous_are_told() throws IOException {
        assertThat(run("rendezvous", "--listen", "256.1.1.1")).isEqualTo(2);
        assertThat(err.toString()).contains("--port is missing", "--listen: \"256.1.1.1\" is no address");
        var taken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        assertThat(run("rendezvous", "--port", String.valueOf(taken.getAddress().getPort()))).isEqualTo(2);
        assertThat(err.toString()).contains("cannot listen on 127.0.0.1:" + taken.getAddress().getPort());
        taken.stop(0);
    }

    @Test
    void a_rendezvous_says_where_it_listens_and_answers() throws IOException, InterruptedException {
        var command = Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "meshadvisor.load.Main", "rendezvous", "--port", "0").toList();
        var process = new ProcessBuilder(command).start();
        try (var client = HttpClient.newHttpClient()) {
            var url = "http://" + process.inputReader().readLine().replace("listening on ", "");
            assertThat(List.of(status(client, url + "/healthz"), status(client, url + "/a?parties=1"), status(client, url + "/a?parties=1"),
                    status(client, url + "/b"), status(client, url + "/b?parties=0"), status(client, url + "/b?parties=2&within=x"),
                    status(client, url + "/b?parties=2&within=100"))).containsExactly(200, 200, 410, 400, 400, 400, 408);
        } finally {
            process.destroy();
            assertThat(process.waitFor()).isEqualTo(143);
        }
    }

    private static int status(HttpClient client, String url) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding()).statusCode();
    }
}
