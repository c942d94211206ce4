package meshadvisor.dialect.istio;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import meshadvisor.dialect.HttpMethods;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.Route.Match;
import meshadvisor.model.Route.PathKind;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Reads the conditions of a rule. */
public final class HttpMatches {

    /** Fields that are read as path and method, or that narrow nothing. */
    private static final Set<String> NOT_NARROWING = Set.of("name", "statPrefix", "ignoreUriCase", "uri", "method");

    private record Path(PathKind kind, String value) {
        static final Path ANY = new Path(PathKind.ANY, "");
    }

    private HttpMatches() {}

    /** The alternatives under {@code match} of an HTTP rule; one that matches everything where there are none. */
    public static List<Match> read(Item item, Node rule) {
        List<Node> matches = rule.get("match").items();
        return matches.isEmpty() ? List.of(everything(item, rule)) : matches.stream().map(match -> http(item, match)).toList();
    }

    /** The same for TLS and TCP rules, which know neither path nor method. */
    static List<Match> readByConnection(Item item, Node rule) {
        List<Node> matches = rule.get("match").items();
        return matches.isEmpty() ? List.of(everything(item, rule)) : matches.stream().map(match -> connection(item, match)).toList();
    }

    private static Match everything(Item item, Node rule) {
        return new Match(item.place(rule), PathKind.ANY, "", List.of(), false, List.of());
    }

    private static Match connection(Item item, Node match) {
        return new Match(item.place(match), PathKind.ANY, "", List.of(), Nodes.filled(match), List.of());
    }

    private static Match http(Item item, Node match) {
        Path path = path(match.get("uri"));
        List<String> methods = methods(match.get("method"));
        List<String> headers = Stream.concat(names(match.get("headers")),
                names(match.get("withoutHeaders")).map(name -> "!" + name)).toList();
        return new Match(item.place(match), path.kind(), path.value(), methods, narrowed(match, path), headers);
    }

    private static Stream<String> names(Node headers) {
        return headers instanceof Mapping mapping ? mapping.entries().stream().map(e -> e.key().text().toLowerCase(Locale.ROOT))
                : Stream.of();
    }

    private static Path path(Node uri) {
        if (Nodes.filled(uri.get("prefix"))) {
            return new Path(PathKind.PREFIX, uri.get("prefix").text());
        }
        if (Nodes.filled(uri.get("exact"))) {
            return new Path(PathKind.EXACT, uri.get("exact").text());
        }
        return Nodes.filled(uri.get("regex")) ? new Path(PathKind.REGEX, uri.get("regex").text()) : Path.ANY;
    }

    private static List<String> methods(Node method) {
        if (Nodes.filled(method.get("exact"))) {
            return List.of(method.get("exact").text());
        }
        if (Nodes.filled(method.get("prefix"))) {
            return HttpMethods.startingWith(method.get("prefix").text());
        }
        return Nodes.filled(method.get("regex")) ? HttpMethods.matching(method.get("regex").text()) : List.of();
    }

    /** A path that could not be understood narrows too: it must not pass for "everything". */
    private static boolean narrowed(Node match, Path path) {
        if (Nodes.filled(match.get("uri")) && path.kind() == PathKind.ANY) {
            return true;
        }
        return match instanceof Mapping mapping
                && mapping.entries().stream().anyMatch(e -> !NOT_NARROWING.contains(e.key().text()) && Nodes.filled(e.value()));
    }
}
