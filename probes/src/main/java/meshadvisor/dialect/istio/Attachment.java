package meshadvisor.dialect.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** What a policy is attached to: the workloads of a selector, or the objects that it names. */
final class Attachment {

    /** Values of the labels by which Istio's own charts mark their gateways. */
    private static final Set<String> GATEWAY_LABELS = Set.of("ingressgateway", "istio-ingressgateway", "ingress", "istio-ingress",
            "egressgateway", "istio-egressgateway");

    private Attachment() {}

    static Map<String, String> selector(Item item) {
        return item.strings(item.spec().at("selector", "matchLabels"));
    }

    /** The names under {@code targetRefs} and the older {@code targetRef}. */
    static List<String> targets(Item item) {
        return targetRefs(item).stream().map(ref -> ref.get("name").text()).filter(name -> !name.isEmpty()).toList();
    }

    /** The edge for a selected gateway; unknown for a Gateway that is named, which may be a waypoint. */
    static Hop hop(Item item) {
        if (targetRefs(item).stream().anyMatch(ref -> ref.get("kind").text().equals("Gateway"))) {
            return Hop.UNKNOWN;
        }
        boolean gateway = selector(item).values().stream().anyMatch(GATEWAY_LABELS::contains)
                || item.strings(item.spec().at("workloadSelector", "labels")).values().stream().anyMatch(GATEWAY_LABELS::contains);
        return gateway ? Hop.EDGE : Hop.INTERNAL;
    }

    private static List<Node> targetRefs(Item item) {
        List<Node> refs = new ArrayList<>(item.spec().get("targetRefs").items());
        Node single = item.spec().get("targetRef");
        if (Nodes.filled(single)) {
            refs.add(single);
        }
        return refs;
    }
}
