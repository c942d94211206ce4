package meshadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills holes such as <code>${namespace}</code>. In trees a text that is nothing but a hole becomes what stands for it, be it a number or a tree; and
 * <code>{for-each: callers, make: …}</code> in a list becomes as many items as there are.
 */
final class Fill {

    private static final Pattern HOLE = Pattern.compile("\\$\\{([a-z0-9-]+)\\}");

    private final Map<String, ?> known;
    private final Set<String> missing = new LinkedHashSet<>();

    Fill(Map<String, ?> known) {
        this.known = known;
    }

    /** Both; what the second says wins. */
    static Map<String, Object> both(Map<String, ?> one, Map<String, ?> other) {
        Map<String, Object> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }

    /** Names for which nothing is known, of all that was filled. */
    Set<String> missing() {
        return missing;
    }

    /** A text. Holes that cannot be filled stay. */
    String text(String pattern) {
        Matcher holes = HOLE.matcher(pattern);
        StringBuilder filled = new StringBuilder();
        while (holes.find()) {
            Object value = known.get(holes.group(1));
            if (value == null) {
                missing.add(holes.group(1));
            }
            holes.appendReplacement(filled, Matcher.quoteReplacement(value == null ? holes.group() : String.valueOf(value)));
        }
        return holes.appendTail(filled).toString();
    }

    /** The words of a command; one of which nothing is left is left out. */
    List<String> words(List<String> patterns) {
        return patterns.stream().map(this::text).filter(word -> !word.isEmpty()).toList();
    }

    /** A tree, in the order in which it is written. */
    Object tree(Object pattern) {
        return switch (pattern) {
            case Map<?, ?> fields -> fields(fields);
            case List<?> items -> items(items);
            case String text -> leaf(text);
            default -> pattern;
        };
    }

    private Object leaf(String text) {
        Matcher hole = HOLE.matcher(text);
        Object value = hole.matches() ? known.get(hole.group(1)) : null;
        return value == null ? text(text) : value;
    }

    private Map<String, Object> fields(Map<?, ?> fields) {
        Map<String, Object> filled = new LinkedHashMap<>();
        fields.forEach((name, value) -> filled.put(text(String.valueOf(name)), tree(value)));
        return filled;
    }

    private List<Object> items(List<?> items) {
        List<Object> filled = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> fields && fields.get("for-each") instanceof String name && fields.containsKey("make")) {
                filled.addAll(repeated(name, fields.get("make")));
            } else {
                filled.add(tree(item));
            }
        }
        return filled;
    }

    private List<Object> repeated(String name, @Nullable Object make) {
        if (!(known.get(name) instanceof List<?> all)) {
            missing.add(name);
            return List.of();
        }
        List<Object> filled = new ArrayList<>();
        for (Object one : all) {
            Map<String, Object> more = new LinkedHashMap<>();
            ((Map<?, ?>) one).forEach((key, value) -> more.put(String.valueOf(key), value));
            Fill inner = new Fill(both(known, more));
            filled.add(make == null ? "" : inner.tree(make));
            missing.addAll(inner.missing);
        }
        return filled.stream().distinct().toList();
    }
}
