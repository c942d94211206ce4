package meshadvisor.cluster;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import meshadvisor.cluster.ApiFailure.Kind;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.tree.Absent;
import meshadvisor.tree.BrokenJson;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;

/** An API server, as somebody uses it who makes and removes things of their own. {@link OwnedOnly} stops whatever would touch things of others. */
public final class OwnedApi implements AutoCloseable {

    /** What names of own namespaces begin with. */
    public static final String PREFIX = OwnedOnly.PREFIX;

    /** Bridges an API server that is away for a minute, as it is when it is updated. */
    private static final Patience LONG = new Patience(16, 250, 5_000);

    private static final int LARGEST_LOG_LINE = 64 << 10;

    private final Api api;
    private final Map<String, Node> served = new ConcurrentHashMap<>();

    OwnedApi(Api api) {
        this.api = api;
    }

    /**
     * Opens the way to an API server.
     *
     * @param perRequest how long one answer may take
     * @param total how long all of them may
     * @throws ClusterUnavailable if there is no credential to show, or a certificate or the proxy cannot be used
     */
    public static OwnedApi open(Access access, Credentials credentials, Duration perRequest, Duration total) {
        return new OwnedApi(Api.to(access, credentials, new Api.Terms(perRequest, Deadline.in(total), LONG), new OwnedOnly()));
    }

    /** A resource that the API server serves, such as {@code jobs}, and whether its objects live in namespaces. */
    public record Place(String path, String plural, boolean inNamespaces) {

        /** Where objects of a namespace are; of kinds that live in none, where all are. */
        public String in(String namespace) {
            return inNamespaces ? path + "/namespaces/" + namespace + "/" + plural : path + "/" + plural;
        }
    }

    /**
     * Where objects of a kind are.
     *
     * @throws ApiFailure NOT_FOUND if the API server does not serve it
     */
    public Place place(String apiVersion, String kind) throws ApiFailure {
        String path = apiVersion.contains("/") ? "/apis/" + apiVersion : "/api/" + apiVersion;
        if (!served.containsKey(path)) {
            served.put(path, get(path));
        }
        for (Node resource : served.getOrDefault(path, Absent.HERE).get("resources").items()) {
            String name = resource.get("name").text();
            if (resource.get("kind").text().equals(kind) && !name.contains("/")) {
                return new Place(path, name, resource.get("namespaced").text().equals("true"));
            }
        }
        throw new ApiFailure(Kind.NOT_FOUND, "the API server does not serve " + kind + " of " + apiVersion);
    }

    /** Reads an object, or whatever else is JSON. */
    public Node get(String path) throws ApiFailure {
        return api.get(path, Api.JSON, OwnedApi::node);
    }

    /** Reads an object that may not be there. */
    public Optional<Node> find(String path) throws ApiFailure {
        try {
            return Optional.of(get(path));
        } catch (ApiFailure failure) {
            if (failure.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /**
     * Lists objects.
     *
     * @param labels a selector; empty for all
     */
    public List<Node> list(String path, String labels) throws ApiFailure {
        List<Node> items = new ArrayList<>();
        String next = "";
        do {
            String query = "?limit=" + Listing.PAGE + (labels.isEmpty() ? "" : "&labelSelector=" + encoded(labels))
                    + (next.isEmpty() ? "" : "&continue=" + encoded(next));
            Node page = get(path + query);
            items.addAll(page.get("items").items());
            next = page.at("metadata", "continue").text();
        } while (!next.isEmpty());
        return items;
    }

    /** Whether a write is carried out or only checked by the API server. */
    public enum Mode {
        REAL, DRY
    }

    /**
     * Makes an object.
     *
     * @throws ApiFailure with status 409 if it is already there, also when an earlier try had made it and its answer was lost
     */
    public Node create(String collection, String name, String json, Mode mode) throws ApiFailure {
        OwnedOnly.checkName(collection, name);
        return api.send("POST", collection + query(mode, "?"), Api.JSON, json, OwnedApi::node);
    }

    /** Makes an object or changes it to what is given (server-side apply). */
    public Node apply(String path, String json) throws ApiFailure {
        return api.send("PATCH", path + "?fieldManager=meshadvisor-bench&force=true", "application/apply-patch+yaml", json, OwnedApi::node);
    }

    /** Changes fields of an object. */
    public Node patch(String path, String json) throws ApiFailure {
        return api.send("PATCH", path, "application/merge-patch+json", json, OwnedApi::node);
    }

    /** Deletes an object and what it owns. One that is not there is no failure. */
    public void delete(String path) throws ApiFailure {
        String options = "{\"apiVersion\":\"v1\",\"kind\":\"DeleteOptions\",\"propagationPolicy\":\"Background\",\"gracePeriodSeconds\":1}";
        try {
            api.send("DELETE", path, Api.JSON, options, OwnedApi::node);
        } catch (ApiFailure failure) {
            if (failure.kind() != Kind.NOT_FOUND) {
                throw failure;
            }
        }
    }

    /**
     * Lines of a container's log, each behind the time at which it was written and a space.
     *
     * @param since such a time, from which on they are wanted; empty for all
     */
    public List<String> log(String namespace, String pod, String container, String since) throws ApiFailure {
        String path = "/api/v1/namespaces/" + namespace + "/pods/" + pod + "/log?timestamps=true&container=" + container
                + (since.isEmpty() ? "" : "&sinceTime=" + encoded(since));
        return api.get(path, "application/json, */*", OwnedApi::lines);
    }

    /** The text of a page that a kubelet writes, line by line. */
    public List<String> page(String path) throws ApiFailure {
        return api.get(path, "application/json, */*", OwnedApi::lines);
    }

    /**
     * Whether something may be done. {@code UNKNOWN} if the API server does not say: silence is neither yes nor no.
     *
     * @param resource plural, with the part of it behind a slash, such as {@code pods/log}
     * @param namespace empty for everywhere
     */
    public Right.May may(String verb, String group, String resource, String namespace) throws ApiFailure {
        try {
            Node status = api.ask(ReadOnly.ACCESS_REVIEWS, Reviews.may(verb, group, resource, namespace), Reviews::status);
            boolean said = status.get("allowed").present() && status.get("evaluationError").text().isEmpty();
            return status.get("allowed").text().equals("true") ? Right.May.YES : said ? Right.May.NO : Right.May.UNKNOWN;
        } catch (ApiFailure failure) {
            return switch (failure.kind()) {
                case FORBIDDEN, NOT_FOUND, NOT_ACCEPTABLE -> Right.May.UNKNOWN;
                case UNAUTHORIZED, UNREACHABLE, TLS, TIMEOUT, FOREIGN, GONE, BUSY, SERVER, BROKEN -> throw failure;
            };
        }
    }

    private static String query(Mode mode, String before) {
        return switch (mode) {
            case REAL -> "";
            case DRY -> before + "dryRun=All";
        };
    }

    private static Node node(InputStream body) throws IOException, BrokenJson {
        byte[] bytes = body.readAllBytes();
        return bytes.length == 0 ? Absent.HERE : JsonReader.object(new ByteArrayInputStream(bytes), Pruning.NOTHING).root();
    }

    /** A last line without an end was still being written, or the connection broke: it comes again. */
    private static List<String> lines(InputStream body) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (c == '\n') {
                lines.add(line.toString());
                line.setLength(0);
            } else if (line.length() < LARGEST_LOG_LINE) {
                line.append((char) c);
            }
        }
        return lines;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        api.close();
    }
}
