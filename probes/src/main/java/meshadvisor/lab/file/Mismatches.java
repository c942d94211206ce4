package meshadvisor.lab.file;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Finds everything in which a tree of JSON differs from what a record wants, and not only the first of it, as a reader of JSON does that
 * stops there. Lists and records are looked into; whatever else there is a reader is asked of, which tells one mistake for each.
 *
 * @param reader reads a value of a type, and throws if it cannot
 */
record Mismatches(BiFunction<JsonNode, Type, Object> reader, List<String> found) {

    /** All of them, each a clause with its place. */
    static List<String> of(JsonNode tree, Class<?> type, BiFunction<JsonNode, Type, Object> reader) {
        Mismatches mismatches = new Mismatches(reader, new ArrayList<>());
        mismatches.value("", tree, type);
        return List.copyOf(mismatches.found);
    }

    private void value(String path, JsonNode node, Type type) {
        if (type instanceof Class<?> record && record.isRecord() && node.isObject() && !written(record)) {
            fields(path, node, record);
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class && node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                value(path + "[" + at + "]", node.get(at), list.getActualTypeArguments()[0]);
            }
        } else {
            leaf(path, node, type);
        }
    }

    /** Whether it stands in the file in another way than as an object with its components. */
    private static boolean written(Class<?> record) {
        return record.getRecordComponents().length == 1 && record.getRecordComponents()[0].getType() == Map.class;
    }

    private void fields(String path, JsonNode node, Class<?> record) {
        String prefix = path.isEmpty() ? "" : path + ".";
        Set<String> names = Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toSet());
        node.propertyNames().stream().filter(name -> !names.contains(name))
                .forEach(name -> found.add(prefix + name + " is a field that this version does not know"));
        for (RecordComponent component : record.getRecordComponents()) {
            String name = prefix + component.getName();
            JsonNode there = node.path(component.getName());
            if (there.isMissingNode()) {
                found.add(name + " is missing");
            } else if (there.isNull()) {
                found.add(name + " is null, and a value has to be there");
            } else {
                value(name, there, component.getGenericType());
            }
        }
    }

    private void leaf(String path, JsonNode node, Type type) {
        try {
            Object unused = reader.apply(node, type);
        } catch (JacksonException e) {
            found.add(Misread.clause(path, e));
        }
    }
}
