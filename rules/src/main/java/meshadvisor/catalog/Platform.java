package meshadvisor.catalog;

import java.util.List;

/**
 * A way in which Kubernetes is offered, how it is recognised, and what to mind there. One sign is enough; one without signs is what a cluster
 * is that shows none of any.
 *
 * @param providerIds beginnings of the provider's id of a node
 * @param nodeLabels labels of nodes, as {@code name} or {@code name=value}
 * @param kubelets parts of the version of a kubelet
 * @param groups API groups that only it has
 * @param namespaces that only it has; one that ends with {@code *} stands for all that begin so
 * @param bareNodes labels of nodes that take no node agent and give no privileges
 */
public record Platform(String id, String name, List<String> providerIds, List<String> nodeLabels, List<String> kubelets,
        List<String> groups, List<String> namespaces, List<String> bareNodes, List<Trap> traps, String source, String date) {

    /**
     * Something to mind.
     *
     * @param concerns ids of variants or vendors; empty for every mesh
     */
    public record Trap(String id, List<String> concerns, String says, String mark, String source, String date) {
        public Trap {
            Given.needed(id, "id");
            Given.needed(says, "says");
            Given.needed(mark, "mark");
            Given.needed(source, "source");
            Given.needed(date, "date");
            concerns = Given.list(concerns);
        }
    }

    public Platform {
        Given.needed(id, "id");
        Given.needed(name, "name");
        Given.needed(source, "source");
        Given.needed(date, "date");
        providerIds = Given.list(providerIds);
        nodeLabels = Given.list(nodeLabels);
        kubelets = Given.list(kubelets);
        groups = Given.list(groups);
        namespaces = Given.list(namespaces);
        bareNodes = Given.list(bareNodes);
        traps = Given.list(traps);
    }
}
