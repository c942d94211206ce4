package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** A double of an API server on the JDK's own HTTP server: version, discovery in both forms, lists in pages, and faults in their place. */
final class ApiServer implements AutoCloseable {

    /** How it tells what it serves. */
    enum Age {
        /** All at once, if asked so: Kubernetes 1.27 and newer. */
        AGGREGATED,
        /** Group by group, whatever was asked for. */
        OLD
    }

    /** A request as it arrived. */
    record Seen(String method, String path, Map<String, List<String>> headers) {
        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    private final Optional<SSLContext> tls;
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private Age age = Age.AGGREGATED;
    private int pageSize = 500;
    private HttpServer server;

    /** A kind that it serves, and its objects as JSON. */
    private record Kind(String group, String version, String plural, String kind, List<String> objects) {
        String path() {
            return (group.isEmpty() ? "/api/" : "/apis/" + group + "/") + version + "/" + plural;
        }
    }

    private ApiServer(Optional<SSLContext> tls) throws IOException {
        this.tls = tls;
        this.server = start(0);
    }

    static ApiServer http() throws IOException {
        return new ApiServer(Optional.empty());
    }

    static ApiServer https(SSLContext context) throws IOException {
        return new ApiServer(Optional.of(context));
    }

    /** A small shop: a namespace, a Deployment, its Service and as many pods. */
    ApiServer shop(int pods) {
        serves("", "v1", "namespaces", "Namespace");
        serves("apps", "v1", "deployments", "Deployment");
        serves("", "v1", "services", "Service");
        serves("", "v1", "pods", "Pod");
        object("namespaces", "{\"metadata\":{\"name\":\"shop\"}}");
        object("deployments", """
                {"metadata":{"name":"cart","namespace":"shop","labels":{"app":"cart"}},"spec":{"selector":{"matchLabels":{"app":"cart"}},
                "template":{"metadata":{"labels":{"app":"cart"}},"spec":{"containers":[{"name":"cart","image":"example/cart:1"}]}}}}""");
        object("services", """
                {"metadata":{"name":"cart","namespace":"shop"},"spec":{"selector":{"app":"cart"},"ports":[{"port":80}]}}""");
        for (int i = 0; i < pods; i++) {
            object("pods", pod("cart-" + i, "\"containers\":[{\"name\":\"cart\",\"image\":\"example/cart:1\"}]"));
        }
        return this;
    }

    /** A pod of the shop. */
    static String pod(String name, String spec) {
        return "{\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"shop\",\"labels\":{\"app\":\"cart\"}},\"spec\":{" + spec + "}}";
    }

    ApiServer serves(String group, String version, String plural, String kind) {
        Kind served = new Kind(group, version, plural, kind, new ArrayList<>());
        kinds.put(plural, served);
        return this;
    }

    ApiServer object(String plural, String json) {
        kinds.get(plural).objects.add(json);
        return this;
    }

    ApiServer age(Age is) {
        age = is;
        return this;
    }

    /** Pages are no longer than that, whatever was asked for. */
    ApiServer pagesOf(int most) {
        pageSize = most;
        return this;
    }

    /** Faults are tried in the order in which they were added, before the proper answer. */
    ApiServer fault(Fault fault) {
        faults.add(fault);
        return this;
    }

    List<Seen> seen() {
        return seen;
    }

    /** Requests whose path begins so. */
    List<Seen> seen(String path) {
        return seen.stream().filter(s -> s.path().startsWith(path)).toList();
    }

    String address() {
        return (tls.isPresent() ? "https://" : "http://") + "localhost:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Goes away, and comes back at the same port. */
    void restart(long afterMillis) {
        int port = port();
        server.stop(0);
        Thread.ofPlatform().daemon().start(() -> {
            for (boolean back = false; !back;) {
                try {
                    Thread.sleep(afterMillis);
                    server = start(port);
                    back = true;
                } catch (IOException e) {
                    back = false; // the old one still holds the port
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer start(int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByName("localhost"), port);
        HttpServer started = tls.isPresent() ? HttpsServer.create(address, 50) : HttpServer.create(address, 50);
        if (started instanceof HttpsServer https) {
            https.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
        }
        started.setExecutor(Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory()));
        started.createContext("/", this::handle);
        started.start();
        return started;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        seen.add(new Seen(exchange.getRequestMethod(), path, headers));
        for (Fault fault : faults) {
            if (fault.strikes(exchange)) {
                return;
            }
        }
        Fault.json(exchange, 200, proper(exchange));
    }

    /** What a server without faults says. */
    private String proper(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        boolean all = age == Age.AGGREGATED && exchange.getRequestHeaders().getFirst("Accept").contains("APIGroupDiscoveryList");
        return switch (path) {
            case "/version" -> "{\"gitVersion\":\"v1.35.4\"}";
            case "/api" -> all ? aggregated(true) : "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}";
            case "/apis" -> all ? aggregated(false) : groups();
            default -> kinds.values().stream().filter(k -> k.path().equals(path)).findFirst().map(k -> list(k, exchange))
                    .orElseGet(() -> resources(path));
        };
    }

    private String aggregated(boolean core) {
        Map<String, List<Kind>> groups = kinds.values().stream().filter(k -> k.group.isEmpty() == core)
                .collect(Collectors.groupingBy(Kind::group, LinkedHashMap::new, Collectors.toList()));
        return "{\"kind\":\"APIGroupDiscoveryList\",\"items\":[" + groups.entrySet().stream().map(g -> """
                {"metadata":{"name":"%s"},"versions":[{"version":"%s","freshness":"Current","resources":[%s]}]}""".formatted(g.getKey(),
                g.getValue().getFirst().version,
                g.getValue().stream().map(k -> """
                        {"resource":"%s","responseKind":{"kind":"%s"},"scope":"%s","verbs":["get","list"]}""".formatted(k.plural, k.kind,
                        k.plural.equals("namespaces") ? "Cluster" : "Namespaced")).collect(Collectors.joining(","))))
                .collect(Collectors.joining(",")) + "]}";
    }

    private String groups() {
        return "{\"kind\":\"APIGroupList\",\"groups\":[" + kinds.values().stream().filter(k -> !k.group.isEmpty()).map(k -> """
                {"name":"%1$s","versions":[{"groupVersion":"%1$s/%2$s","version":"%2$s"}],"preferredVersion":{"version":"%2$s"}}"""
                .formatted(k.group, k.version)).distinct().collect(Collectors.joining(",")) + "]}";
    }

    private String resources(String path) {
        return "{\"kind\":\"APIResourceList\",\"resources\":["
                + kinds.values().stream().filter(k -> k.path().equals(path + "/" + k.plural)).map(k -> """
                        {"name":"%1$s","kind":"%2$s","namespaced":%3$s,"verbs":["get","list"]},
                        {"name":"%1$s/status","kind":"%2$s","namespaced":%3$s,"verbs":["get"]}""".formatted(k.plural, k.kind,
                        !k.plural.equals("namespaces"))).collect(Collectors.joining(","))
                + "]}";
    }

    private String list(Kind kind, HttpExchange exchange) {
        Map<String, String> query = query(exchange);
        int from = Integer.parseInt(query.getOrDefault("continue", "0"));
        int to = Math.min(kind.objects.size(), from + Math.min(pageSize, Integer.parseInt(query.getOrDefault("limit", "100000"))));
        String next = to < kind.objects.size() ? "\"continue\":\"" + to + "\"," : "";
        return "{\"kind\":\"" + kind.kind + "List\",\"apiVersion\":\"v1\",\"metadata\":{" + next + "\"resourceVersion\":\"7\"},\"items\":["
                + String.join(",", kind.objects.subList(from, to)) + "]}";
    }

    /** The parameters of a request. */
    static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        String text = exchange.getRequestURI().getRawQuery();
        for (String pair : text == null ? new String[0] : text.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return query;
    }
}
