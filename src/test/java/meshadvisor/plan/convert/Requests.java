package meshadvisor.plan.convert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import meshadvisor.model.Conduct;
import meshadvisor.plan.book.ConversionPattern;
import meshadvisor.plan.book.ConversionPattern.Regex;

/** Two small proxies that were written from the specifications alone: one takes the first rule that matches, one the most specific. */
final class Requests {

    private static final List<String> PATHS =
            List.of("/", "/a", "/a/", "/a/b", "/a/b/c", "/ab", "/ab/c", "/b", "/b/1", "/b/12", "/c/x", "/a/1");

    /** One request. */
    record Request(String method, String path, Map<String, String> headers, Map<String, String> query) {}

    private Requests() {}

    static Request some(Random random) {
        Map<String, String> headers = new TreeMap<>();
        Map<String, String> query = new TreeMap<>();
        for (String name : List.of("x", "y")) {
            if (random.nextBoolean()) {
                headers.put(name, "" + random.nextInt(3));
            }
            if (random.nextInt(3) == 0) {
                query.put(name, "" + random.nextInt(2));
            }
        }
        return new Request(List.of("GET", "POST", "PUT").get(random.nextInt(3)), PATHS.get(random.nextInt(PATHS.size())), headers, query);
    }

    /** Where the first rule that matches sends it; empty where none does. */
    static Optional<String> byOrder(Conduct conduct, Request request) {
        return conduct.rules().stream()
                .filter(r -> r.conditions().isEmpty()
                        || r.conditions().stream().anyMatch(c -> c.tests().stream().allMatch(t -> holds(t, request))))
                .findFirst().map(r -> r.shares().getFirst().host().value());
    }

    private static boolean holds(Conduct.Test test, Request request) {
        String value = switch (test.on()) {
            case PATH -> request.path;
            case METHOD -> request.method;
            case HEADER -> request.headers.getOrDefault(test.name(), "\0");
            case QUERY -> request.query.getOrDefault(test.name(), "\0");
        };
        return !value.equals("\0") && switch (test.how()) {
            case EXACT -> value.equals(test.value());
            case PREFIX -> value.startsWith(test.value());
            case REGEX -> value.matches(test.value());
            case PRESENT -> true;
        };
    }

    /** Where the most specific match sends it, by the order that a way has; the first of equals. */
    static Optional<String> bySpecificity(Map<?, ?> route, Request request, ConversionPattern pattern) {
        int[] best = {};
        String to = "";
        for (Map<?, ?> rule : maps(at(route, "spec"), "rules")) {
            List<Map<?, ?>> matches = rule.containsKey("matches") ? maps(rule, "matches") : List.of(Map.of());
            for (Map<?, ?> match : matches) {
                int[] rank = rank(match, request, pattern);
                if (rank.length > 0 && (best.length == 0 || java.util.Arrays.compare(rank, best) > 0)) {
                    best = rank;
                    to = String.valueOf(maps(rule, "backendRefs").getFirst().get("name"));
                }
            }
        }
        return to.isEmpty() ? Optional.empty() : Optional.of(to);
    }

    /** How many matches a route has; a rule without any counts as one. */
    static int matches(Map<?, ?> route) {
        return maps(at(route, "spec"), "rules").stream().mapToInt(r -> Math.max(1, maps(r, "matches").size())).sum();
    }

    /** Path first, then method, headers, parameters; empty where it does not match. */
    private static int[] rank(Map<?, ?> match, Request request, ConversionPattern pattern) {
        Map<?, ?> path = match.containsKey("path") ? at(match, "path") : Map.of("type", "PathPrefix", "value", "/");
        String value = String.valueOf(path.get("value"));
        String type = String.valueOf(path.get("type"));
        boolean takes = switch (type) {
            case "Exact" -> request.path.equals(value);
            case "PathPrefix" -> value.equals("/") || (request.path + "/").startsWith(value + "/");
            default -> request.path.matches(value);
        };
        takes &= !match.containsKey("method") || request.method.equals(match.get("method"));
        takes &= all(maps(match, "headers"), request.headers) && all(maps(match, "queryParams"), request.query);
        boolean every = value.equals("/") && (match.isEmpty() || match.size() == 1 && match.containsKey("path"));
        int[] byPath = byPath(type, value.length(), request.path.length(), every, pattern);
        return takes ? new int[] {byPath[0], byPath[1], match.containsKey("method") ? 1 : 0, maps(match, "headers").size(),
                maps(match, "queryParams").size()} : new int[] {};
    }

    private static int[] byPath(String type, int length, int whole, boolean every, ConversionPattern pattern) {
        boolean regex = type.equals("RegularExpression");
        if (pattern.regex() == Regex.WHOLE_PATH) {
            return new int[] {0, regex ? whole : length};
        }
        int prefix = pattern.regex() == Regex.AFTER_PREFIXES ? every ? 0 : 2 : 1;
        int expression = pattern.regex() == Regex.AFTER_PREFIXES ? 1 : 2;
        return new int[] {type.equals("Exact") ? 3 : regex ? expression : prefix, length};
    }

    private static boolean all(List<Map<?, ?>> wanted, Map<String, String> values) {
        return wanted.stream().allMatch(w -> {
            String value = values.get(String.valueOf(w.get("name")));
            String text = String.valueOf(w.get("value"));
            return value != null && ("Exact".equals(w.get("type")) ? value.equals(text) : value.matches(text));
        });
    }

    private static Map<?, ?> at(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<Map<?, ?>> maps(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof List<?> list ? list.stream().<Map<?, ?>>map(i -> (Map<?, ?>) i).toList() : List.of();
    }
}
