package meshadvisor.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.model.Place;
import meshadvisor.model.Text;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/**
 * One object while it is being read.
 *
 * @param where the place of a node that is there
 */
public record Item(Meta meta, Node root, Function<Node, Place> where) {

    /** An object that stands in a file. */
    public Item(Meta meta, Node root, String file) {
        this(meta, root, node -> new Place(file, node.line(), node.column()));
    }

    /** The kind of the object. */
    public String kind() {
        return meta.key().kind();
    }

    /** The {@code spec} of the object. */
    public Node spec() {
        return root.get("spec");
    }

    /** Where a node of this object stands; the start of the object for a node that is absent. */
    public Place place(Node node) {
        return node.present() ? where.apply(node) : meta.place();
    }

    /** A scalar with its place, {@link Text#NONE} where it is absent or empty. */
    public Text text(Node node) {
        String text = node.text();
        return text.isEmpty() ? Text.NONE : new Text(text, place(node));
    }

    /** The scalars of a sequence. */
    public List<Text> list(Node node) {
        List<Text> texts = new ArrayList<>();
        for (Node item : node.items()) {
            Text text = text(item);
            if (text.given()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The scalars of a mapping, in its order. Values that are no scalars are left out. */
    public Map<String, Text> texts(Node node) {
        if (!(node instanceof Mapping mapping)) {
            return Map.of();
        }
        Map<String, Text> texts = new LinkedHashMap<>();
        mapping.entries().forEach(e -> texts.put(e.key().text(), new Text(e.value().text(), place(e.key()))));
        return texts;
    }

    /** The scalars of a mapping without their places. */
    public Map<String, String> strings(Node node) {
        Map<String, String> strings = new LinkedHashMap<>();
        texts(node).forEach((key, value) -> strings.put(key, value.value()));
        return strings;
    }

    /** A whole number, empty where it is absent or no number. */
    public static OptionalInt number(Node node) {
        String text = node.text();
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** Evidence at a node of this object. */
    public Evidence evidence(Node node, String sentence) {
        return new Evidence(sentence, place(node));
    }
}
