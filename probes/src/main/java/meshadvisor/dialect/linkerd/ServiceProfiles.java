package meshadvisor.dialect.linkerd;

import java.util.List;
import java.util.stream.Stream;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Route;
import meshadvisor.model.Route.Match;
import meshadvisor.model.Route.Order;
import meshadvisor.model.Route.PathKind;
import meshadvisor.model.Route.Retries;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads ServiceProfiles: the name is the full name of the Service. */
final class ServiceProfiles {

    private ServiceProfiles() {}

    static void read(Item item, Facts facts) {
        ProfileConducts.read(item, facts);
        List<Node> routes = Nodes.mappings(item.spec().get("routes"));
        List<Rule> rules = routes.stream().map(route -> rule(item, route)).toList();
        facts.routes.add(new Route(item.meta(), LinkerdDialect.ID, Hop.INTERNAL, List.of(host(item)), List.of(), rules));

        Uses uses = new Uses(item, facts, LinkerdDialect.ID, Hop.INTERNAL);
        for (Node route : routes) {
            Node retryable = route.get("isRetryable");
            if (Nodes.isTrue(retryable)) {
                uses.add("retries", retryable, "retries " + route.get("name").text());
            }
            Node timeout = route.get("timeout");
            if (Nodes.filled(timeout)) {
                uses.add("timeouts", timeout, "limits the time of a request to " + timeout.text());
            }
        }
        noteOverrides(item, uses);
    }

    private static Text host(Item item) {
        return new Text(item.meta().name(), item.place(item.root().at("metadata", "name")));
    }

    private static Rule rule(Item item, Node route) {
        Node retryable = route.get("isRetryable");
        Retries retries = Nodes.isTrue(retryable) ? new Retries(true, 1, "", item.place(retryable)) : Retries.NONE;
        return new Rule(item.place(route), route.get("name").text(), Order.MOST_SPECIFIC, matches(item, route.get("condition")).toList(),
                List.of(),
                retries);
    }

    /** The alternatives of a condition; anything but a method, a path and {@code any} narrows it. */
    private static Stream<Match> matches(Item item, Node condition) {
        List<Node> any = condition.get("any").items();
        if (!any.isEmpty()) {
            return any.stream().flatMap(alternative -> matches(item, alternative));
        }
        List<Node> parts = Stream.concat(Stream.of(condition), condition.get("all").items().stream()).toList();
        String path = first(parts, "pathRegex");
        String method = first(parts, "method");
        boolean narrowed = Nodes.filled(condition.get("not")) || parts.size() > 1;
        return Stream.of(new Match(item.place(condition), path.isEmpty() ? PathKind.ANY : PathKind.REGEX, path,
                method.isEmpty() ? List.of() : List.of(method), narrowed, List.of()));
    }

    private static String first(List<Node> parts, String field) {
        return parts.stream().map(part -> part.get(field).text()).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static void noteOverrides(Item item, Uses uses) {
        List<Node> weighted = item.spec().get("dstOverrides").items().stream().map(o -> o.get("weight"))
                .filter(weight -> Nodes.filled(weight) && !weight.text().equals("0")).toList();
        if (weighted.size() > 1) {
            uses.add("split-weight", weighted.getFirst(), "divides requests among destinations by weight");
        }
    }
}
