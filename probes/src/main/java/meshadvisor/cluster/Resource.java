package meshadvisor.cluster;

/**
 * A kind that the API server serves.
 *
 * @param version the one that the server prefers
 * @param plural as in paths, such as {@code deployments}
 */
record Resource(String group, String version, String plural, String kind, boolean namespaced) {

    /** The path of the list, in one namespace or in all. */
    String path(String namespace) {
        String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
        return root + (namespace.isEmpty() || !namespaced ? "" : "/namespaces/" + namespace) + "/" + plural;
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As kubectl and roles name it: {@code pods}, {@code virtualservices.networking.istio.io}. */
    String name() {
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
