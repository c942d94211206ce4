package meshadvisor.cluster;

import java.util.List;
import meshadvisor.kubeconfig.Remark;
import meshadvisor.model.Gap;

/**
 * What is known of a collection as a whole.
 *
 * @param cluster its name in the kubeconfig
 * @param serverVersion such as {@code v1.35.4}, empty if it could not be seen
 * @param at when it was begun, as {@code 2026-11-27T17:00:00Z}
 * @param namespaces that were asked for; all if empty
 * @param remarks on the way to the cluster that a report must tell
 * @param gaps what could not be seen
 * @param redactedWith the id of the key with which names were taken out; empty if they were not
 */
public record Collected(String cluster, String serverVersion, String at, List<String> namespaces, List<Remark> remarks, List<Gap> gaps,
        String redactedWith) {

    public Collected {
        namespaces = List.copyOf(namespaces);
        remarks = List.copyOf(remarks);
        gaps = List.copyOf(gaps);
    }

    /** A collection with its names. */
    public Collected(String cluster, String serverVersion, String at, List<String> namespaces, List<Remark> remarks, List<Gap> gaps) {
        this(cluster, serverVersion, at, namespaces, remarks, gaps, "");
    }

    /** The day of the collection, in UTC. */
    public String day() {
        return at.length() < 10 ? "" : at.substring(0, 10);
    }
}
