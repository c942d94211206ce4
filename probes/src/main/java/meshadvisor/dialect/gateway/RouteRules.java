package meshadvisor.dialect.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Times;
import meshadvisor.model.Route.Backend;
import meshadvisor.model.Route.Match;
import meshadvisor.model.Route.Order;
import meshadvisor.model.Route.Retries;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Route.Weighting;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads one rule of a route. */
final class RouteRules {

    private RouteRules() {}

    static Rule read(Item item, Node rule) {
        List<Backend> backends = rule.get("backendRefs").items().stream().map(ref -> backend(item, ref))
                .filter(backend -> backend.host().given()).toList();
        return new Rule(item.place(rule), rule.get("name").text(), Order.MOST_SPECIFIC, matches(item, rule), backends,
                retries(item, rule.get("retry")).within(Times.millis(rule.at("timeouts", "backendRequest").text()),
                        Times.millis(rule.at("timeouts", "request").text())));
    }

    private static List<Match> matches(Item item, Node rule) {
        List<Node> written = rule.get("matches").items();
        return written.isEmpty() ? List.of(RouteMatches.everything(item, rule))
                : written.stream().map(match -> RouteMatches.read(item, match)).toList();
    }

    /** A backend without a weight has weight 1. */
    private static Backend backend(Item item, Node ref) {
        Node weight = ref.get("weight");
        boolean weighted = Item.number(weight).isPresent();
        return new Backend(item.text(ref.get("name")), ref.get("namespace").text(), "", Item.number(weight).orElse(1),
                weighted ? Weighting.RELATIVE : Weighting.NONE, item.place(weighted ? weight : ref));
    }

    /** How often is tried again without {@code attempts} is left to the implementation: at least once. */
    private static Retries retries(Item item, Node retry) {
        if (!Nodes.filled(retry)) {
            return Retries.NONE;
        }
        List<Text> codes = new ArrayList<>(item.list(retry.get("codes")));
        return new Retries(true, Item.number(retry.get("attempts")).orElse(1),
                codes.stream().map(Text::value).collect(Collectors.joining(",")),
                item.place(retry));
    }
}
