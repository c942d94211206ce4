package meshadvisor.dialect.gateway;

import java.util.List;
import java.util.Set;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Splits;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Route;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads HTTPRoutes and their siblings, also those of groups that copied them. */
public final class Routes {

    private static final Set<String> KINDS = Set.of("HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute");

    private Routes() {}

    /** Whether the object is a route. */
    public static boolean isRoute(Item item) {
        return KINDS.contains(item.kind());
    }

    /** Where the route acts, by its parents. */
    public static Hop hop(Item item) {
        return Parents.hop(item);
    }

    /** The Services before which the route stands. */
    public static List<Text> parents(Item item) {
        return Parents.services(item);
    }

    /** The rules of the route. */
    public static List<Rule> rules(Item item) {
        return Nodes.mappings(item.spec().get("rules")).stream().map(rule -> RouteRules.read(item, rule)).toList();
    }

    /** Adds the route, the names that it uses and its features, provided by whoever {@code by} says. */
    public static void read(Item item, Facts facts, String by) {
        List<Rule> rules = rules(item);
        facts.routes.add(new Route(item.meta(), by, hop(item), item.list(item.spec().get("hostnames")), parents(item), rules));
        Parents.note(item, facts);

        Uses uses = new Uses(item, facts, by, hop(item));
        Splits.byWeight(rules).ifPresent(b -> uses.add("split-weight", b.place(), "divides requests among backends by weight"));
        Splits.byHeader(rules).ifPresent(m -> uses.add("split-header", m.place(), "chooses the backend by request headers"));
        for (Node rule : Nodes.mappings(item.spec().get("rules"))) {
            RouteFeatures.note(item, facts, uses, rule);
        }
    }
}
