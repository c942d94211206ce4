package meshadvisor.dialect.istio;

import java.util.List;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.References;
import meshadvisor.dialect.Splits;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Reference.Kind;
import meshadvisor.model.Route;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads VirtualServices. HTTP, TLS and TCP rules compete only among themselves, so each protocol is a route of its own. */
final class VirtualServices {

    private VirtualServices() {}

    static void read(Item item, Facts facts) {
        Conducts.read(item, facts);
        Hop hop = hop(item);
        References references = new References(item, facts);
        if (hop == Hop.INTERNAL) {
            hosts(item).forEach(host -> host(references, host));
        }
        gateways(item).forEach(references::gateway);

        Uses uses = new Uses(item, facts, IstioDialect.ID, hop);
        List<Text> hosts = item.list(item.spec().get("hosts"));
        for (String protocol : List.of("http", "tls", "tcp")) {
            List<Node> written = Nodes.mappings(item.spec().get(protocol));
            List<Rule> rules = written.stream().map(rule -> VirtualServiceRules.read(item, protocol, rule)).toList();
            if (!rules.isEmpty()) {
                facts.routes.add(new Route(item.meta(), IstioDialect.ID, hop, hosts, List.of(), rules));
                splits(uses, rules);
            }
            for (Node rule : written) {
                VirtualServiceRules.destinations(rule).forEach(destination -> destination(references, destination));
                HttpFeatures.note(uses, rule);
            }
        }
    }

    /** Bound to gateways only, it acts at the edge; one without hosts is part of another, whose hop it does not tell. */
    private static Hop hop(Item item) {
        List<Node> gateways = gateways(item);
        if (!gateways.isEmpty() && gateways.stream().noneMatch(g -> g.text().equals("mesh"))) {
            return Hop.EDGE;
        }
        return hosts(item).isEmpty() ? Hop.UNKNOWN : Hop.INTERNAL;
    }

    private static List<Node> gateways(Item item) {
        return item.spec().get("gateways").items();
    }

    private static List<Node> hosts(Item item) {
        return item.spec().get("hosts").items();
    }

    private static void host(References references, Node host) {
        if (!Hosts.wildcard(host.text())) {
            references.add(Kind.HOST, host);
        }
    }

    private static void destination(References references, Node destination) {
        Node host = destination.get("host");
        host(references, host);
        Node subset = destination.get("subset");
        if (!subset.text().isEmpty() && !host.text().isEmpty()) {
            references.subset(host.text(), subset);
        }
    }

    private static void splits(Uses uses, List<Rule> rules) {
        Splits.byWeight(rules).ifPresent(b -> uses.add("split-weight", b.place(), "divides requests among destinations by weight"));
        Splits.byHeader(rules).ifPresent(m -> uses.add("split-header", m.place(), "chooses the destination by request headers"));
    }
}
