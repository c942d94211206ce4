package meshadvisor.bench.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Trees of maps, lists, texts and numbers, as manifests are. Maps keep the order in which they were written. */
final class Tree {

    private Tree() {}

    /** A map of alternating names and values. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return fields;
    }

    /** Both; the second wins. */
    static Map<String, String> both(Map<String, String> first, Map<String, String> second) {
        Map<String, String> all = new LinkedHashMap<>(first);
        all.putAll(second);
        return all;
    }

    /** With every text changed, those of names too. */
    static Object mapped(Object tree, UnaryOperator<String> change) {
        return switch (tree) {
            case Map<?, ?> fields -> fields(fields, change);
            case List<?> items -> items.stream().map(item -> mapped(item, change)).toList();
            case String text -> change.apply(text);
            default -> tree;
        };
    }

    /** With every text changed, sorted by name: maps of the catalogue have no order of their own. */
    static Map<String, Object> fields(Map<?, ?> tree, UnaryOperator<String> change) {
        Map<String, Object> fields = new TreeMap<>();
        tree.forEach((name, value) -> fields.put(change.apply((String) name), mapped(value, change)));
        return fields;
    }

    /** With every text changed, sorted by name. */
    static Map<String, String> texts(Map<String, String> tree, UnaryOperator<String> change) {
        Map<String, String> fields = new TreeMap<>();
        tree.forEach((name, value) -> fields.put(change.apply(name), change.apply(value)));
        return fields;
    }
}
