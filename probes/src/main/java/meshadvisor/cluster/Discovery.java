package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import meshadvisor.cluster.ApiFailure.Kind;
import meshadvisor.model.Gap;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;

/**
 * What an API server serves.
 *
 * @param serverVersion such as {@code v1.35.4}, empty if it could not be seen
 * @param versions of each resource that are served, by its name; the preferred one first
 */
record Discovery(String serverVersion, List<Resource> resources, Map<String, List<String>> versions, List<Gap> gaps) {

    private static final String AGGREGATED =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    /** Looks at the groups that are wanted. Two requests where the server can say all at once (since Kubernetes 1.27), else one for each group. */
    static Discovery of(Api api, Set<String> groups) throws ApiFailure {
        Discovery found = new Discovery(version(api), new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        found.read(api, "/api", groups);
        found.extensions(api, groups);
        return found;
    }

    /** The resource of that name, as far as it is served. */
    Optional<Resource> find(String group, String plural) {
        return resources.stream().filter(r -> r.group().equals(group) && r.plural().equals(plural)).findFirst();
    }

    private static String version(Api api) throws ApiFailure {
        try {
            return object(api, "/version", Api.JSON).get("gitVersion").text();
        } catch (ApiFailure e) {
            if (e.kind() == Kind.FORBIDDEN || e.kind() == Kind.NOT_FOUND) {
                return ""; // closed to strangers on some servers; lists may still be open
            }
            throw e;
        }
    }

    private static Node object(Api api, String path, String accept) throws ApiFailure {
        return api.get(path, accept, body -> JsonReader.object(body, Pruning.NOTHING).root());
    }

    /** The core can be read also where the rest cannot. */
    private void extensions(Api api, Set<String> groups) throws ApiFailure {
        try {
            read(api, "/apis", groups);
        } catch (ApiFailure e) {
            if (resources.isEmpty() || e.kind() == Kind.UNAUTHORIZED) {
                throw e;
            }
            gaps.add(Gap.of("read-apis", "which kinds beside those of the core there are in the cluster", e.what(),
                    e.remedy().orElse("kubectl get --raw /apis shows whether the API server answers; then assess again")));
        }
    }

    private void read(Api api, String path, Set<String> groups) throws ApiFailure {
        Node answer = object(api, path, AGGREGATED);
        if (answer.get("kind").text().equals("APIGroupDiscoveryList")) {
            answer.get("items").items().forEach(group -> aggregated(group, groups));
        } else if (path.equals("/api")) {
            oneByOne(api, "", List.of("v1"));
        } else {
            for (Node group : answer.get("groups").items()) {
                String name = group.get("name").text();
                if (groups.contains(name)) {
                    oneByOne(api, name, served(group));
                }
            }
        }
    }

    private void aggregated(Node group, Set<String> groups) {
        String name = group.at("metadata", "name").text();
        if (!groups.contains(name)) {
            return;
        }
        for (Node version : group.get("versions").items()) {
            String text = version.get("version").text();
            if (version.get("freshness").text().equals("Stale")) {
                stale(name, text, "the server behind it does not answer");
            }
            version.get("resources").items().forEach(r -> add(new Resource(name, text, r.get("resource").text(),
                    r.at("responseKind", "kind").text(), r.get("scope").text().equals("Namespaced")), r.get("verbs")));
        }
    }

    /** Versions of a group, the preferred one first. */
    private static List<String> served(Node group) {
        Set<String> versions = new LinkedHashSet<>();
        versions.add(group.at("preferredVersion", "version").text());
        group.get("versions").items().forEach(v -> versions.add(v.get("version").text()));
        return versions.stream().filter(v -> !v.isEmpty()).toList();
    }

    private void oneByOne(Api api, String group, List<String> versions) {
        for (String version : versions) {
            try {
                String path = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
                for (Node r : object(api, path, Api.JSON).get("resources").items()) {
                    if (r.get("name").text().indexOf('/') < 0) {
                        add(new Resource(group, version, r.get("name").text(), r.get("kind").text(),
                                r.get("namespaced").text().equals("true")),
                                r.get("verbs"));
                    }
                }
            } catch (ApiFailure e) {
                stale(group, version, e.what());
            }
        }
    }

    /** The first version that a server names is the one that it prefers. */
    private void add(Resource resource, Node verbs) {
        if (verbs.items().stream().noneMatch(v -> v.text().equals("list"))) {
            return;
        }
        List<String> known = versions.computeIfAbsent(resource.name(), k -> new ArrayList<>());
        if (known.isEmpty()) {
            resources.add(resource);
        }
        known.add(resource.version());
    }

    private void stale(String group, String version, String why) {
        gaps.add(Gap.of("read-" + group, "which kinds " + group + "/" + version + " has in the cluster", why,
                "kubectl get apiservice " + version + "." + group + " says what is wrong with it; then assess again"));
    }
}
