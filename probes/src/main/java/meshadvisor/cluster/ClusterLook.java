package meshadvisor.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.model.Gap;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;

/** Looks at single kinds and objects of a running cluster. Like everything here it only reads. */
public final class ClusterLook implements AutoCloseable {

    private static final Pruning HISTORY = Pruning.of(new String[] {"metadata", "managedFields"});

    private final Access access;
    private final Api api;

    private ClusterLook(Access access, Api api) {
        this.access = access;
        this.api = api;
    }

    /**
     * What was seen.
     *
     * @param gaps why there may be more; a kind that the cluster does not serve has no objects, and that is no gap
     */
    public record Looked(List<Node> objects, List<Gap> gaps) {
        public Looked {
            objects = List.copyOf(objects);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * Opens the way to the API server.
     *
     * @throws ClusterUnavailable if there is no credential to show, or a certificate cannot be used
     */
    public static ClusterLook open(Access access, Credentials credentials, Duration total, Patience patience) {
        return new ClusterLook(access, Api.to(access, credentials,
                new Api.Terms(access.requestTimeout().orElse(total), Deadline.in(total), patience)));
    }

    /** Name of the context in the kubeconfig; empty in a pod. */
    public String context() {
        return access.context();
    }

    /** Address of the API server. */
    public String server() {
        return access.server().uri().toString();
    }

    /**
     * Version of the API server, such as {@code v1.35.4}; empty if it does not say.
     *
     * @throws ClusterUnavailable if the API server does not answer, or does not know who asks
     */
    public String version() {
        return one("/version").map(node -> node.get("gitVersion").text()).orElse("");
    }

    /**
     * All objects of a kind.
     *
     * @param kind group, version and plural, such as {@code apps/v1/deployments} or {@code v1/pods}
     * @throws ClusterUnavailable if the API server does not answer, or does not know who asks
     */
    public Looked list(String kind) {
        Resource resource = resource(kind);
        Listing listing = new Listing(api, resource.path(""), Api.JSON, HISTORY);
        List<Node> objects = new ArrayList<>();
        try {
            listing.read(object -> objects.add(object.root()));
        } catch (ApiFailure failure) {
            return new Looked(objects, failed(failure) ? List.of(Missing.list(resource, "", failure, objects.size())) : List.of());
        }
        return new Looked(objects, listing.leftOut().isEmpty() ? List.of() : List.of(Missing.objects(resource, listing.leftOut())));
    }

    /**
     * One object; nothing if there is none.
     *
     * @throws ClusterUnavailable if the API server does not answer, or does not know who asks
     */
    public Looked get(String kind, String namespace, String name) {
        Resource resource = resource(kind);
        try {
            Node object = api.get(resource.path(namespace) + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8), Api.JSON,
                    body -> JsonReader.object(body, HISTORY).root());
            return new Looked(List.of(object), List.of());
        } catch (ApiFailure failure) {
            return new Looked(List.of(), failed(failure) ? List.of(Missing.list(resource, namespace, failure, 0)) : List.of());
        }
    }

    private Optional<Node> one(String path) {
        try {
            return Optional.of(api.get(path, Api.JSON, body -> JsonReader.object(body, Pruning.NOTHING).root()));
        } catch (ApiFailure failure) {
            failed(failure);
            return Optional.empty();
        }
    }

    /** Whether something is missing; false if there is nothing to miss. What makes all further questions vain is thrown. */
    private boolean failed(ApiFailure failure) {
        return switch (failure.kind()) {
            case UNAUTHORIZED, UNREACHABLE, TLS, TIMEOUT, FOREIGN -> throw LiveCluster.unavailable(access, failure);
            case FORBIDDEN, GONE, NOT_ACCEPTABLE, BUSY, SERVER, BROKEN -> true;
            case NOT_FOUND -> false;
        };
    }

    private static Resource resource(String kind) {
        String[] parts = kind.split("/", -1);
        return parts.length == 3 ? new Resource(parts[0], parts[1], parts[2], "", true) : new Resource("", parts[0], parts[1], "", true);
    }

    @Override
    public void close() {
        api.close();
    }
}
