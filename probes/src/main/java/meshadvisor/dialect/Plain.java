package meshadvisor.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import meshadvisor.tree.Absent;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.Sequence;

/** Turns nodes into maps, lists, texts, numbers and truth values, as they are written again. What says nothing is left out. */
public final class Plain {

    private Plain() {}

    /** A mapping; empty for everything else. */
    public static Map<String, Object> mapping(Node node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (node instanceof Mapping mapping) {
            mapping.entries().stream().filter(e -> e.value().present()).forEach(e -> fields.put(e.key().text(), value(e.value())));
        }
        return fields;
    }

    private static Object value(Node node) {
        return switch (node) {
            case Mapping mapping -> mapping(mapping);
            case Sequence sequence -> {
                List<Object> items = new ArrayList<>();
                sequence.items().stream().filter(Node::present).forEach(i -> items.add(value(i)));
                yield items;
            }
            case Scalar scalar -> scalar(scalar);
            case Absent absent -> absent.text();
        };
    }

    /** Numbers in octal and hexadecimal, and those of more than nine digits, stay texts. */
    private static Object scalar(Scalar scalar) {
        return switch (scalar.kind()) {
            case STRING, NULL -> scalar.text();
            case BOOLEAN -> Boolean.valueOf(scalar.text().toLowerCase(Locale.ROOT));
            case INTEGER -> scalar.text().matches("[-+]?\\d{1,9}") ? (Object) Integer.valueOf(scalar.text()) : scalar.text();
            case FLOAT -> Double.valueOf(scalar.text());
        };
    }
}
