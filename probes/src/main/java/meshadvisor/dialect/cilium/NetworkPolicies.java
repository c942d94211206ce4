package meshadvisor.dialect.cilium;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Segmentation;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads CiliumNetworkPolicies of a namespace and of the cluster, in the form with {@code spec} and in that with {@code specs}. */
final class NetworkPolicies {

    private NetworkPolicies() {}

    static void read(Item item, Facts facts) {
        List<Node> specs = new ArrayList<>(item.root().get("specs").items());
        if (Nodes.filled(item.spec())) {
            specs.addFirst(item.spec());
        }
        Uses uses = new Uses(item, facts, CiliumDialect.ID, Hop.INTERNAL);
        for (Node spec : specs) {
            // with a node selector it restricts hosts, not pods
            if (!Nodes.filled(spec.get("nodeSelector"))) {
                facts.segmentations.add(segmentation(item, spec.get("endpointSelector")));
                uses.add("segmentation", spec, "restricts who may talk to whom");
            }
            PolicyRules.note(uses, spec);
        }
    }

    private static Segmentation segmentation(Item item, Node selector) {
        Map<String, String> labels = new LinkedHashMap<>();
        boolean simple = selector.get("matchExpressions").items().isEmpty();
        for (Map.Entry<String, String> label : item.strings(selector.get("matchLabels")).entrySet()) {
            String name = withoutSource(label.getKey());
            if (name.startsWith("io.kubernetes.pod.") || name.startsWith("io.cilium.")) {
                simple = false; // stands for the namespace or the account of the pod, which are no labels of it
            } else {
                labels.put(name, label.getValue());
            }
        }
        return new Segmentation(item.meta(), CiliumDialect.ID, labels, simple);
    }

    /** Cilium writes where a label comes from before its name: {@code k8s:app}. */
    private static String withoutSource(String label) {
        int colon = label.indexOf(':');
        return colon < 0 ? label : label.substring(colon + 1);
    }
}
