package meshadvisor.dialect.argo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import meshadvisor.dialect.Item;
import meshadvisor.model.Text;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Reads the list generators of an ApplicationSet; what other generators make is known to the cluster only. */
final class Generators {

    private Generators() {}

    /** The elements of all lists, those inside of matrix and merge generators included. */
    static List<Map<String, Text>> elements(Item item, Node generators) {
        List<Map<String, Text>> elements = new ArrayList<>();
        for (Node generator : generators.items()) {
            generator.at("list", "elements").items().forEach(element -> elements.add(values(item, element)));
            elements.addAll(elements(item, generator.at("matrix", "generators")));
            elements.addAll(elements(item, generator.at("merge", "generators")));
        }
        return elements;
    }

    private static Map<String, Text> values(Item item, Node element) {
        Map<String, Text> values = new LinkedHashMap<>();
        if (element instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                values.put(entry.key().text(), item.text(entry.value()));
            }
        }
        return values;
    }
}
