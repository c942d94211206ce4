package meshadvisor.plan.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import meshadvisor.plan.book.ConversionPattern;
import meshadvisor.plan.book.ConversionPattern.Regex;

/**
 * One match of an HTTPRoute: everything must hold.
 *
 * @param path of element-wise prefixes without a slash at the end, but for {@code /} alone
 * @param method empty for every method
 * @param headers by name in lower case
 */
record Condition(Kind kind, String path, String method, Map<String, Value> headers, Map<String, Value> query) {

    /** How a path is compared. */
    enum Kind {
        EXACT("Exact"), PREFIX("PathPrefix"), REGEX("RegularExpression");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    /** What a header or parameter has to be. */
    record Value(boolean regex, String text) {}

    /** Which of two that both take a request gets it. */
    enum Winner {
        FIRST, SECOND, NEITHER, UNKNOWN
    }

    /** Takes everything. */
    static final Condition ALL = new Condition(Kind.PREFIX, "/", "", Map.of(), Map.of());

    Condition {
        headers = new TreeMap<>(headers);
        query = new TreeMap<>(query);
    }

    private boolean all() {
        return equals(ALL);
    }

    /** Whether a request may satisfy both; where expressions do not tell, it may. */
    boolean meets(Condition other) {
        return pathsMeet(other) && (method.isEmpty() || other.method.isEmpty() || method.equals(other.method))
                && valuesMeet(headers, other.headers) && valuesMeet(query, other.query);
    }

    private boolean pathsMeet(Condition other) {
        if (kind == Kind.REGEX || other.kind == Kind.REGEX) {
            return regexMeets(other);
        }
        return switch (kind) {
            case EXACT -> other.kind == Kind.EXACT ? path.equals(other.path) : under(path, other.path);
            case PREFIX -> other.kind == Kind.EXACT ? under(other.path, path) : under(path, other.path) || under(other.path, path);
            case REGEX -> true;
        };
    }

    private boolean regexMeets(Condition other) {
        if (kind == other.kind) {
            return path.equals(other.path) || literal(path).startsWith(literal(other.path))
                    || literal(other.path).startsWith(literal(path));
        }
        Condition plain = kind == Kind.REGEX ? other : this;
        String regex = kind == Kind.REGEX ? path : other.path;
        return plain.kind == Kind.EXACT ? matches(regex, plain.path)
                : literal(regex).startsWith(plain.path) || plain.path.startsWith(literal(regex));
    }

    /** What every path that an expression takes begins with, as far as it is plain to see. */
    private static String literal(String regex) {
        String start = regex.startsWith("^") ? regex.substring(1) : regex;
        int end = 0;
        while (end < start.length() && "\\.[](){}*+?|^$".indexOf(start.charAt(end)) < 0) {
            end++;
        }
        boolean optional = end < start.length() && "*?{".indexOf(start.charAt(end)) >= 0;
        return regex.indexOf('|') >= 0 ? "" : start.substring(0, optional ? Math.max(0, end - 1) : end);
    }

    /** True where the expression cannot be read: nothing may be ruled out by it. */
    private static boolean matches(String regex, String text) {
        try {
            return Pattern.compile(regex).matcher(text).matches();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    /** Whether a path is a prefix's own or lies under it. */
    static boolean under(String path, String prefix) {
        return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static boolean valuesMeet(Map<String, Value> one, Map<String, Value> other) {
        return one.entrySet().stream().allMatch(e -> {
            Value second = other.get(e.getKey());
            return second == null || valuesMeet(e.getValue(), second);
        });
    }

    private static boolean valuesMeet(Value one, Value other) {
        return one.regex && other.regex || (one.regex ? matches(one.text, other.text)
                : other.regex ? matches(other.text, one.text) : one.text.equals(other.text));
    }

    /** What takes the requests that both take; empty where that is nothing, or cannot be said. */
    Optional<Condition> and(Condition other) {
        if (!meets(other)) {
            return Optional.empty();
        }
        Condition narrow = narrower(other);
        Map<String, Value> allHeaders = new LinkedHashMap<>(headers);
        Map<String, Value> allQuery = new LinkedHashMap<>(query);
        boolean said = !(kind == Kind.REGEX || other.kind == Kind.REGEX) || kind == other.kind && path.equals(other.path)
                || narrow.kind == Kind.EXACT || all(other) || other.all(this);
        said &= join(allHeaders, other.headers) && join(allQuery, other.query);
        return said ? Optional.of(new Condition(narrow.kind, narrow.path, method.isEmpty() ? other.method : method, allHeaders, allQuery))
                : Optional.empty();
    }

    /** Whether the paths of this one say nothing beside the other. */
    private boolean all(Condition other) {
        return other.kind == Kind.REGEX && kind == Kind.PREFIX && path.equals("/");
    }

    private Condition narrower(Condition other) {
        if (kind == other.kind) {
            return path.length() >= other.path.length() ? this : other;
        }
        return kind == Kind.EXACT || kind == Kind.REGEX && other.kind == Kind.PREFIX ? this : other;
    }

    private static boolean join(Map<String, Value> all, Map<String, Value> others) {
        boolean said = true;
        for (var other : others.entrySet()) {
            Value one = all.putIfAbsent(other.getKey(), other.getValue());
            if (one != null && !one.equals(other.getValue())) {
                said &= !(one.regex && other.getValue().regex);
                all.put(other.getKey(), one.regex ? other.getValue() : one);
            }
        }
        return said;
    }

    /** Which gets a request that both take, where the most specific one does. */
    Winner against(Condition other, ConversionPattern pattern) {
        Winner byPath = byPath(other, pattern);
        if (byPath != Winner.NEITHER) {
            return byPath;
        }
        int[] mine = {method.isEmpty() ? 0 : 1, headers.size(), query.size()};
        int[] others = {other.method.isEmpty() ? 0 : 1, other.headers.size(), other.query.size()};
        for (int i = 0; i < mine.length; i++) {
            if (mine[i] != others[i]) {
                return mine[i] > others[i] ? Winner.FIRST : Winner.SECOND;
            }
        }
        return Winner.NEITHER;
    }

    private Winner byPath(Condition other, ConversionPattern pattern) {
        if (kind == Kind.REGEX || other.kind == Kind.REGEX) {
            return byRegex(other, pattern.regex());
        }
        if (kind != other.kind && (pattern.exactFirst() || path.length() != other.path.length())) {
            return kind == Kind.EXACT ? Winner.FIRST : Winner.SECOND;
        }
        return byLength(path, other.path);
    }

    private static Winner byLength(String one, String other) {
        return one.length() == other.length() ? Winner.NEITHER : one.length() > other.length() ? Winner.FIRST : Winner.SECOND;
    }

    private Winner byRegex(Condition other, Regex order) {
        if (kind == other.kind) {
            return order == Regex.WHOLE_PATH ? Winner.NEITHER : byLength(path, other.path);
        }
        boolean mine = kind == Kind.REGEX;
        Condition plain = mine ? other : this;
        Winner regex = mine ? Winner.FIRST : Winner.SECOND;
        Winner notRegex = mine ? Winner.SECOND : Winner.FIRST;
        return switch (order) {
            case AFTER_PREFIXES -> plain.all() ? regex : notRegex;
            case BEFORE_PREFIXES -> plain.kind == Kind.EXACT ? notRegex : regex;
            case WHOLE_PATH -> plain.kind == Kind.EXACT ? Winner.NEITHER : plain.path.equals("/") ? regex : Winner.UNKNOWN;
        };
    }

    /** As the HTTPRoute has it. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (kind != Kind.PREFIX || !path.equals("/")) {
            tree.put("path", Tree.of("type", kind.type, "value", path));
        }
        if (!headers.isEmpty()) {
            tree.put("headers", values(headers));
        }
        if (!query.isEmpty()) {
            tree.put("queryParams", values(query));
        }
        if (!method.isEmpty()) {
            tree.put("method", method);
        }
        return tree;
    }

    private static List<Object> values(Map<String, Value> values) {
        List<Object> all = new ArrayList<>();
        values.forEach((name, v) -> all.add(Tree.of("type", v.regex ? "RegularExpression" : "Exact", "name", name, "value", v.text)));
        return all;
    }

    /** For readers. */
    @Override
    public String toString() {
        return all() ? "every request" : tree().toString();
    }
}
