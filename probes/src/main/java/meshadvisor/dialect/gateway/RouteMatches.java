package meshadvisor.dialect.gateway;

import java.util.List;
import java.util.Locale;

import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.Route.Match;
import meshadvisor.model.Route.PathKind;
import meshadvisor.tree.Node;

/** Reads the conditions of a rule, with the defaults of the API. */
final class RouteMatches {

    private record Path(PathKind kind, String value) {
        static final Path ANY = new Path(PathKind.ANY, "");
        static final Path ROOT = new Path(PathKind.PREFIX, "/");
    }

    private RouteMatches() {}

    /** A rule without conditions. */
    static Match everything(Item item, Node rule) {
        Path path = item.kind().equals("HTTPRoute") ? Path.ROOT : Path.ANY;
        return new Match(item.place(rule), path.kind(), path.value(), List.of(), false, List.of());
    }

    static Match read(Item item, Node match) {
        List<String> headers =
                match.get("headers").items().stream().map(h -> h.get("name").text().toLowerCase(Locale.ROOT)).toList();
        boolean narrowed = !headers.isEmpty() || Nodes.filled(match.get("queryParams"));
        Path path = item.kind().equals("GRPCRoute") ? grpcPath(match.get("method")) : httpPath(match.get("path"));
        return new Match(item.place(match), path.kind(), path.value(), methods(item, match), narrowed, headers);
    }

    private static Path httpPath(Node path) {
        String value = path.get("value").text();
        String written = value.isEmpty() ? "/" : value;
        return switch (path.get("type").text()) {
            case "Exact" -> new Path(PathKind.EXACT, written);
            case "RegularExpression" -> new Path(PathKind.REGEX, written);
            default -> new Path(PathKind.PREFIX, written);
        };
    }

    /** A gRPC method is the path {@code /service/Method} on the wire. */
    private static Path grpcPath(Node method) {
        String service = method.get("service").text();
        String name = method.get("method").text();
        if (service.isEmpty() && name.isEmpty()) {
            return Path.ANY;
        }
        if (method.get("type").text().equals("RegularExpression")) {
            return new Path(PathKind.REGEX, "/" + anyIfEmpty(service) + "/" + anyIfEmpty(name));
        }
        if (service.isEmpty()) {
            return new Path(PathKind.REGEX, "/" + anyIfEmpty(service) + "/" + name);
        }
        return name.isEmpty() ? new Path(PathKind.PREFIX, "/" + service + "/") : new Path(PathKind.EXACT, "/" + service + "/" + name);
    }

    private static String anyIfEmpty(String part) {
        return part.isEmpty() ? "[^/]+" : part;
    }

    /** Every gRPC call is a POST. */
    private static List<String> methods(Item item, Node match) {
        if (item.kind().equals("GRPCRoute")) {
            return Nodes.filled(match.get("method")) ? List.of("POST") : List.of();
        }
        String method = match.get("method").text();
        return method.isEmpty() ? List.of() : List.of(method);
    }
}
