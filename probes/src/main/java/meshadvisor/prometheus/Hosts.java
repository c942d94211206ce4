package meshadvisor.prometheus;

import meshadvisor.model.Observed.Peer;

/** Names as metrics spell them: plain, {@code namespace/name}, hosts of the cluster, and Envoy's names of clusters. */
final class Hosts {

    private Hosts() {}

    /**
     * Who is meant.
     *
     * @param namespace as another label says, empty if none does
     */
    static Peer peer(String written, String namespace) {
        String host = written.substring(written.lastIndexOf('|') + 1);
        int slash = host.lastIndexOf('/');
        if (slash >= 0) {
            String before = host.substring(0, slash);
            String own = before.substring(before.lastIndexOf('/') + 1);
            return new Peer(namespace.isEmpty() ? own : namespace, host.substring(slash + 1));
        }
        String[] parts = host.split("\\.", -1);
        boolean service = parts.length > 2 && parts[2].equals("svc");
        return service ? new Peer(parts[1], parts[0]) : new Peer(namespace, host);
    }
}
