package meshadvisor.dialect.running;

import java.util.LinkedHashMap;
import java.util.Map;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Mappings of texts, without the places. */
final class Texts {

    private Texts() {}

    /** Keys and scalars of a mapping; empty for everything else. */
    static Map<String, String> of(Node node) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(e -> texts.put(e.key().text(), e.value().text()));
        }
        return texts;
    }
}
