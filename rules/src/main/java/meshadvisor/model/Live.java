package meshadvisor.model;

import java.util.List;

/**
 * What only a running cluster has, as far as it was read. Webhooks, bounds and custom kinds may stand in manifests too.
 *
 * @param usage measured, not requested
 */
public record Live(Server server, List<ClusterNode> nodes, List<RunningPod> pods, List<Webhook> webhooks, List<ServiceEndpoints> endpoints,
        Bounds bounds, List<CustomKind> customKinds, Usage usage) {

    /** No cluster was read. */
    public static final Live NONE =
            new Live(Server.UNSEEN, List.of(), List.of(), List.of(), List.of(), Bounds.NONE, List.of(), Usage.NONE);

    /**
     * Who answered.
     *
     * @param name of the cluster
     * @param version of the API server, such as {@code v1.35.4}; {@link Text#NONE} if it was not read
     * @param readAt when it was read, RFC 3339; empty if nobody says
     * @param namespaces to which the reading was limited, empty for none
     */
    public record Server(String name, Text version, Scope scope, String readAt, List<String> namespaces) {

        /** Nobody was asked. */
        public static final Server UNSEEN = new Server("", Text.NONE, Scope.UNKNOWN, "", List.of());

        public Server {
            namespaces = List.copyOf(namespaces);
        }
    }

    /** How much of the cluster was read. */
    public enum Scope {
        ALL, NAMESPACES, UNKNOWN
    }

    public Live {
        nodes = List.copyOf(nodes);
        pods = List.copyOf(pods);
        webhooks = List.copyOf(webhooks);
        endpoints = List.copyOf(endpoints);
        customKinds = List.copyOf(customKinds);
    }

    /** Whether running state was read. */
    public boolean seen() {
        return !server.equals(Server.UNSEEN) || !nodes.isEmpty() || !pods.isEmpty();
    }
}
