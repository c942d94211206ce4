package meshadvisor.dialect.running;

import java.util.List;
import java.util.stream.Stream;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Seen;
import meshadvisor.model.ServiceEndpoints;
import meshadvisor.tree.Node;

/** Reads EndpointSlices. */
final class EndpointSlices {

    private EndpointSlices() {}

    /** An endpoint that does not say whether it is ready is to be taken as ready. */
    static ServiceEndpoints read(Item item, Seen seen) {
        List<Node> endpoints = Nodes.mappings(item.root().get("endpoints"));
        int ready = (int) endpoints.stream().filter(e -> !e.at("conditions", "ready").text().equals("false")).count();
        return new ServiceEndpoints(item.meta().key(), item.meta().label("kubernetes.io/service-name").value(), ready,
                endpoints.size() - ready, each(endpoints.stream().map(e -> e.get("zone").text()), seen),
                each(endpoints.stream().map(e -> e.get("nodeName").text()), seen));
    }

    private static List<String> each(Stream<String> names, Seen seen) {
        return names.filter(n -> !n.isEmpty()).distinct().sorted().map(seen::one).toList();
    }
}
