package meshadvisor.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.model.Text;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.YamlReader;

/** Values that a resource gives to a chart, by their path with dots. Lists are left out: nothing is asked of them. */
public final class ChartValues {

    private final Item item;
    private final Map<String, Text> values = new LinkedHashMap<>();

    private ChartValues(Item item) {
        this.item = item;
    }

    /** Values as a mapping, which is nothing where the node is none. */
    public static Map<String, Text> of(Item item, Node mapping) {
        ChartValues all = new ChartValues(item);
        all.add("", mapping);
        return all.values;
    }

    /** Values as Argo CD takes them: as text, as a mapping and as single parameters, of which the later ones win. */
    public static Map<String, Text> ofHelm(Item item, Node helm) {
        ChartValues all = new ChartValues(item);
        Node text = helm.get("values");
        // the text of a block scalar begins on the line after its key: so many empty lines before it keep the lines right
        YamlReader.read("\n".repeat(Math.max(0, text.line())) + text.text(), Limits.DEFAULT, document -> all.add("", document.root()),
                problem -> {});
        all.add("", helm.get("valuesObject"));
        List<Node> parameters = helm.get("parameters").items();
        parameters.forEach(p -> all.values.put(p.get("name").text(), item.text(p.get("value"))));
        return all.values;
    }

    private void add(String path, Node node) {
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(e -> add(path.isEmpty() ? e.key().text() : path + "." + e.key().text(), e.value()));
        } else if (node instanceof Scalar && !path.isEmpty()) {
            values.put(path, item.text(node));
        }
    }
}
