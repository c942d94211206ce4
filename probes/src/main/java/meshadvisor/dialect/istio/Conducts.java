package meshadvisor.dialect.istio;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.dialect.Effects;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.Conduct;
import meshadvisor.model.Effect;
import meshadvisor.model.Feature;
import meshadvisor.model.Route.Order;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads all that a VirtualService says, so that it can be written again. */
final class Conducts {

    /** The word for "between services" among gateways. */
    private static final String MESH = "mesh";

    private Conducts() {}

    static void read(Item item, Facts facts) {
        Node spec = item.spec();
        List<Text> gateways = item.list(spec.get("gateways"));
        List<Conduct.Rule> rules = new ArrayList<>();
        List<Node> written = spec.get("http").items();
        for (int i = 0; i < written.size(); i++) {
            rules.add(rule(item, written.get(i), "http[" + i + "]"));
        }
        Effects besides = new Effects(item, "");
        besides.note(Feature.TLS_ROUTE, spec.get("tls"), "tls");
        besides.note(Feature.TCP_ROUTE, spec.get("tcp"), "tcp");
        List<Text> entrances = gateways.stream().filter(g -> !g.value().equals(MESH)).toList();
        boolean inside = gateways.isEmpty() || entrances.size() < gateways.size();
        facts.conducts.add(new Conduct(item.meta(), IstioDialect.ID, item.list(spec.get("hosts")), entrances, inside,
                item.list(spec.get("exportTo")), Order.FIRST_MATCH, false, rules, besides.all()));
    }

    private static Conduct.Rule rule(Item item, Node rule, String path) {
        List<Node> matches = rule.get("match").items();
        List<Conduct.Condition> conditions = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            conditions.add(ConductTests.condition(item, matches.get(i), path + ".match[" + i + "]"));
        }
        List<Node> routes = rule.get("route").items();
        List<Conduct.Share> shares = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            shares.add(share(item, routes.get(i), path + ".route[" + i + "]"));
        }
        return new Conduct.Rule(item.place(rule), path, conditions, shares, ConductEffects.of(item, rule, path));
    }

    private static Conduct.Share share(Item item, Node route, String path) {
        Node destination = route.get("destination");
        Effects effects = new Effects(item, path);
        effects.note(Feature.HEADERS_OF_SHARE, route.get("headers"), "headers");
        List<Effect> own = new ArrayList<>(effects.all());
        ConductEffects.headers(new Effects(item, path, own), route.get("headers"));
        Node weight = route.get("weight");
        return new Conduct.Share(item.text(destination.get("host")), Item.number(destination.at("port", "number")).orElse(0),
                destination.get("subset").text(), Nodes.filled(weight) ? Item.number(weight).orElse(0) : -1, own, item.place(route), path);
    }
}
