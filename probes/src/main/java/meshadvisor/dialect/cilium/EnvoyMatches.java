package meshadvisor.dialect.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import meshadvisor.dialect.HttpMethods;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.Route.Match;
import meshadvisor.model.Route.PathKind;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Reads the conditions of a route. */
final class EnvoyMatches {

    /** Fields that are read as the path, or that narrow nothing. */
    private static final Set<String> NOT_NARROWING = Set.of("prefix", "path", "safe_regex", "safeRegex", "path_separated_prefix",
            "pathSeparatedPrefix", "headers", "case_sensitive", "caseSensitive");

    private EnvoyMatches() {}

    static Match read(Item item, Node route) {
        Node match = route.get("match");
        List<String> methods = new ArrayList<>();
        boolean narrowed = narrowed(match);
        List<String> headers = new ArrayList<>();
        for (Node header : match.get("headers").items()) {
            String name = header.get("name").text();
            if (name.equals(":method")) {
                methods.addAll(methods(header));
            } else {
                narrowed = true;
                if (!name.startsWith(":")) {
                    headers.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        return path(item, route, match, new Conditions(methods, narrowed, headers));
    }

    private record Conditions(List<String> methods, boolean narrowed, List<String> headers) {}

    private static Match path(Item item, Node route, Node match, Conditions conditions) {
        Node prefix = Nodes.filled(match.get("prefix")) ? match.get("prefix") : Envoy.field(match, "path_separated_prefix");
        Node regex = Envoy.field(match, "safe_regex").get("regex");
        Node exact = match.get("path");
        PathKind kind = Nodes.filled(prefix) ? PathKind.PREFIX
                : Nodes.filled(exact) ? PathKind.EXACT : Nodes.filled(regex) ? PathKind.REGEX : PathKind.ANY;
        String path = switch (kind) {
            case PREFIX -> prefix.text();
            case EXACT -> exact.text();
            case REGEX -> regex.text();
            case ANY -> "";
        };
        return new Match(item.place(Nodes.filled(match) ? match : route), kind, path, conditions.methods(), conditions.narrowed(),
                conditions.headers());
    }

    /** Both the current spelling with {@code string_match} and the older {@code exact_match}. */
    private static List<String> methods(Node header) {
        Node string = Envoy.field(header, "string_match");
        Node exact = Nodes.filled(string.get("exact")) ? string.get("exact") : Envoy.field(header, "exact_match");
        Node prefix = Nodes.filled(string.get("prefix")) ? string.get("prefix") : Envoy.field(header, "prefix_match");
        Node regex = Envoy.field(string, "safe_regex").get("regex");
        if (Nodes.filled(exact)) {
            return List.of(exact.text());
        }
        if (Nodes.filled(prefix)) {
            return HttpMethods.startingWith(prefix.text());
        }
        return Nodes.filled(regex) ? HttpMethods.matching(regex.text()) : List.of();
    }

    private static boolean narrowed(Node match) {
        return match instanceof Mapping mapping
                && mapping.entries().stream().anyMatch(e -> !NOT_NARROWING.contains(e.key().text()) && Nodes.filled(e.value()));
    }
}
