package meshadvisor.load.meet;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import meshadvisor.load.meet.Round.Outcome;

/** Answers {@code GET /<name>?parties=4&within=60000&party=me}, milliseconds, to all parties at once, when all have come. Each path is a rendezvous. */
public final class Rendezvous implements AutoCloseable {

    /** What parties and patience may be at most, and how many rendezvous are remembered. */
    private static final int MOST = 10_000;
    private static final long MOST_MILLIS = 3_600_000;
    private static final String HEALTH = "/healthz";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Round> rounds = new ConcurrentHashMap<>();

    /** Listens. */
    public Rendezvous(InetSocketAddress listen) throws IOException {
        server = HttpServer.create(listen, 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** Ends; who waits hears nothing more. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals(HEALTH)) {
                tell(exchange, 200, "here");
                return;
            }
            var asked = asked(exchange);
            if (asked.isEmpty()) {
                tell(exchange, 400, "ask like GET /name?parties=4&within=60000&party=me, with 1 to 10000 parties and 1 to 3600000 ms");
                return;
            }
            var round = rounds.size() < MOST ? rounds.computeIfAbsent(path, name -> new Round(asked.get().parties())) : rounds.get(path);
            if (round == null) {
                tell(exchange, 503, "there have been " + MOST + " rendezvous already, and no more are remembered");
                return;
            }
            var outcome = round.come(asked.get().party(), asked.get().parties(), asked.get().within());
            tell(exchange, status(outcome), outcome.words());
        }
    }

    private static int status(Outcome outcome) {
        return switch (outcome.kind()) {
            case MET -> 200;
            case GIVEN_UP -> 408;
            case CONTRADICTS -> 409;
            case LATE -> 410;
        };
    }

    private record Asked(String party, int parties, Duration within) {}

    private static Optional<Asked> asked(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var each : (raw == null ? "" : raw).split("&")) {
            var parts = each.split("=", 2);
            query.put(parts[0], parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
        }
        long parties = number(query.getOrDefault("parties", ""));
        long within = number(query.getOrDefault("within", String.valueOf(MOST_MILLIS)));
        var party = query.getOrDefault("party", String.valueOf(exchange.getRemoteAddress()));
        boolean sound = exchange.getRequestMethod().equals("GET") && parties >= 1 && parties <= MOST && within >= 1
                && within <= MOST_MILLIS;
        return sound ? Optional.of(new Asked(party, (int) parties, Duration.ofMillis(within))) : Optional.empty();
    }

    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private static void tell(HttpExchange exchange, int status, String words) throws IOException {
        byte[] bytes = (words + "\n").getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
