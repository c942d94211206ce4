package meshadvisor.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A Prometheus that answers from the files of a folder. Its {@code queries.txt} has a line for each answer: the file and the texts that a
 * query must hold, parted by tabs; the first line that fits counts, and none is the empty vector.
 */
public final class PrometheusDouble implements AutoCloseable {

    private static final String EMPTY = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();

    private PrometheusDouble(HttpHandler handler) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            queries.add(URLDecoder.decode(String.valueOf(exchange.getRequestURI().getRawQuery()), UTF_8));
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.start();
    }

    /** One that answers from that folder of the test resources. */
    public static PrometheusDouble of(String folder) {
        return of(folder, answer -> answer);
    }

    /** The same, with every answer changed. */
    public static PrometheusDouble of(String folder, UnaryOperator<String> change) {
        Path files = Path.of("test/resources/prometheus", folder);
        return doing(exchange -> {
            String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), UTF_8);
            try (Stream<String> lines = Files.lines(files.resolve("queries.txt"))) {
                String found = lines.map(line -> List.of(line.split("\t")))
                        .filter(parts -> parts.stream().skip(1).allMatch(query::contains)).map(List::getFirst).findFirst().orElse("");
                say(exchange, 200, change.apply(found.isEmpty() ? EMPTY : Files.readString(files.resolve(found))));
            }
        });
    }

    /** One that does that. */
    public static PrometheusDouble doing(HttpHandler handler) {
        return new PrometheusDouble(handler);
    }

    static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    HttpFetch fetch(String token) {
        return new HttpFetch(URI.create(url()), token, Optional.empty());
    }

    /** The header of each request, {@code null} for none. */
    public List<String> authorizations() {
        return authorizations;
    }

    /** What was asked, decoded. */
    public List<String> queries() {
        return queries;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
