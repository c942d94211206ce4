package meshadvisor.dialect.istio;

import java.util.ArrayList;
import java.util.List;

import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Times;
import meshadvisor.model.Route.Backend;
import meshadvisor.model.Route.Match;
import meshadvisor.model.Route.Order;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Route.Weighting;
import meshadvisor.tree.Node;

/** Reads the rules of a VirtualService. */
final class VirtualServiceRules {

    private VirtualServiceRules() {}

    static Rule read(Item item, String protocol, Node rule) {
        List<Match> matches = protocol.equals("http") ? HttpMatches.read(item, rule) : HttpMatches.readByConnection(item, rule);
        List<Backend> backends = rule.get("route").items().stream().map(route -> backend(item, route))
                .filter(backend -> backend.host().given()).toList();
        return new Rule(item.place(rule), rule.get("name").text(), Order.FIRST_MATCH, matches, backends,
                HttpFeatures.retries(item, rule.get("retries"))
                        .within(Times.millis(rule.at("retries", "perTryTimeout").text()), Times.millis(rule.get("timeout").text())));
    }

    private static Backend backend(Item item, Node route) {
        Node destination = route.get("destination");
        Node weight = route.get("weight");
        boolean weighted = Item.number(weight).isPresent();
        return new Backend(item.text(destination.get("host")), "", destination.get("subset").text(), Item.number(weight).orElse(0),
                weighted ? Weighting.PERCENT : Weighting.NONE, item.place(weighted ? weight : route));
    }

    /** Every destination that a rule names, mirrors included. */
    static List<Node> destinations(Node rule) {
        List<Node> destinations = new ArrayList<>();
        rule.get("route").items().forEach(route -> destinations.add(route.get("destination")));
        Node mirror = rule.get("mirror");
        if (Nodes.filled(mirror)) {
            destinations.add(mirror);
        }
        rule.get("mirrors").items().forEach(m -> destinations.add(m.get("destination")));
        return destinations;
    }
}
