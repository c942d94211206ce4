package meshadvisor.dialect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.model.Effect;
import meshadvisor.model.Feature;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/**
 * Effects that a part of an object asks for, as they are read.
 *
 * @param path of that part, from the spec on
 * @param all what was found so far
 */
public record Effects(Item item, String path, List<Effect> all) {

    /** None yet. */
    public Effects(Item item, String path) {
        this(item, path, new ArrayList<>());
    }

    /** Of a part of that part, into the same list. */
    public Effects in(String step) {
        return new Effects(item, path.isEmpty() ? step : path + "." + step, all);
    }

    /** Notes a feature whose field is filled. */
    public void note(Feature feature, Node node, String field) {
        note(feature, node, field, Map.of());
    }

    /** The same with what it says; values that are empty are not said. */
    public void note(Feature feature, Node node, String field, Map<String, List<String>> said) {
        if (Nodes.filled(node)) {
            Map<String, List<String>> given = new LinkedHashMap<>();
            said.forEach((name, values) -> {
                if (values.stream().anyMatch(v -> !v.isEmpty())) {
                    given.put(name, values);
                }
            });
            all.add(new Effect(feature, in(field).path, given, item.place(node)));
        }
    }

    /** Texts of fields by the names that are given to them: {@code name, field, name, field}. */
    public static Map<String, List<String>> texts(Node node, String... namesAndFields) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFields.length; i += 2) {
            said.put(namesAndFields[i], List.of(node.at(namesAndFields[i + 1].split("/", -1)).text()));
        }
        return said;
    }

    /** The first of several fields that is filled. */
    public void noteFirst(Feature feature, Node node, String... fields) {
        Arrays.stream(fields).filter(f -> Nodes.filled(node.get(f))).findFirst().ifPresent(f -> note(feature, node.get(f), f));
    }

    /** What is written of a mapping as an operation on headers: {@code set.NAME}. */
    public static void headers(String operation, Node names, Map<String, List<String>> said) {
        if (names instanceof Mapping mapping) {
            mapping.entries().forEach(e -> said.put(operation + "." + e.key().text(), List.of(e.value().text())));
        }
    }
}
