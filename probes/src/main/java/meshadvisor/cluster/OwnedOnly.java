package meshadvisor.cluster;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.util.Set;
import java.util.regex.Pattern;
import meshadvisor.bench.planning.Names;

/**
 * Lets reads leave the process as {@link ReadOnly} does, and writes only to what a benchmark owns: namespaces named {@code meshadvisor-bench-…} and
 * what is in them, and roles and bindings of the cluster of such names. Nothing that opens a channel, nothing of a whole collection, no subresource.
 */
final class OwnedOnly implements Interceptor {

    /** What the names of everything that is made outside own namespaces begin with. */
    static final String PREFIX = Names.PREFIX;

    private static final String OWN = PREFIX + "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String NAME = "[a-zA-Z0-9]([-a-zA-Z0-9.:]*[a-zA-Z0-9])?";
    /** Where an API server stands behind somebody else. No path of an API server itself: its proxies would carry a write to whomever. */
    private static final String SERVER = "(/(?!api/v1/|apis/)[-a-zA-Z0-9]+)*";
    private static final String GROUP = "/(api/v1|apis/[a-z0-9][-a-z0-9.]*/v[a-z0-9]+)";
    private static final String ROLES = "/apis/rbac\\.authorization\\.k8s\\.io/v1/(clusterroles|clusterrolebindings)";

    private static final Pattern MAKING_INSIDE = Pattern.compile(SERVER + GROUP + "/namespaces/" + OWN + "/[a-z]+");
    private static final Pattern CHANGING_INSIDE = Pattern.compile(SERVER + GROUP + "/namespaces/" + OWN + "/[a-z]+/" + NAME);
    private static final Pattern MAKING_OUTSIDE = Pattern.compile(SERVER + "(/api/v1/namespaces|" + ROLES + ")");
    private static final Pattern CHANGING_OUTSIDE = Pattern.compile(SERVER + "(/api/v1/namespaces|" + ROLES + ")/" + OWN);
    private static final Pattern OWN_NAME = Pattern.compile(OWN);
    /** Through a kubelet commands can be run, also with GET. */
    private static final Pattern KUBELET = Pattern.compile(".*/nodes/[^/]+/proxy(/.*)?");
    private static final Pattern USAGE =
            Pattern.compile(SERVER + "/api/v1/nodes/" + NAME + "/proxy/(stats/summary|metrics/resource|metrics/cadvisor)");

    /** What stands behind the API server may change something by a GET, too. */
    private static final Pattern OTHERS = Pattern.compile(".*/(services|pods)/[^/]+/proxy(/.*)?");

    private static final Set<String> CHANGES = Set.of("PATCH", "DELETE");

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        check(request.method(), request.uri().getPath());
    }

    /**
     * Lets a request pass or not.
     *
     * @throws IllegalStateException if it would change what is not ours: a bug, nothing here asks for that
     */
    static void check(String method, String path) {
        boolean making = method.equals("POST") && (MAKING_INSIDE.matcher(path).matches() || MAKING_OUTSIDE.matcher(path).matches());
        boolean changing =
                CHANGES.contains(method) && (CHANGING_INSIDE.matcher(path).matches() || CHANGING_OUTSIDE.matcher(path).matches());
        if (making || changing) {
            return;
        }
        if (OTHERS.matcher(path).matches()) {
            throw new IllegalStateException("a request to a service or pod behind the API server was stopped: " + method + " " + path);
        }
        if (KUBELET.matcher(path).matches() && !USAGE.matcher(path).matches()) {
            throw new IllegalStateException("a request to a kubelet that is no question for usage was stopped: " + method + " " + path);
        }
        ReadOnly.check(method, path);
    }

    /**
     * Whether an object that is made outside namespaces may have this name.
     *
     * @throws IllegalStateException if it is not ours
     */
    static void checkName(String collection, String name) {
        if (MAKING_OUTSIDE.matcher(collection).matches() && !OWN_NAME.matcher(name).matches()) {
            throw new IllegalStateException("an object that is not of a benchmark was stopped: " + name + " in " + collection);
        }
    }
}
