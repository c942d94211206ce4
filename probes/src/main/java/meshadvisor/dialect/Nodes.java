package meshadvisor.dialect;

import java.util.List;

import meshadvisor.tree.Absent;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Questions that many dialects ask of a node. */
public final class Nodes {

    private Nodes() {}

    /** Whether something is in it: a value, an item or a key. */
    public static boolean filled(Node node) {
        return !node.text().isEmpty() || !node.items().isEmpty() || node instanceof Mapping mapping && mapping.size() > 0;
    }

    /** Whether it says true. */
    public static boolean isTrue(Node node) {
        return node.text().equalsIgnoreCase("true");
    }

    /** The value of the first of several keys that is filled; absent if none is. */
    public static Node either(Node node, String... keys) {
        for (String key : keys) {
            Node value = node.get(key);
            if (filled(value)) {
                return value;
            }
        }
        return Absent.HERE;
    }

    /** The items of a sequence that are mappings; what else stands among them is not given. */
    public static List<Node> mappings(Node sequence) {
        return sequence.items().stream().filter(Mapping.class::isInstance).toList();
    }
}
