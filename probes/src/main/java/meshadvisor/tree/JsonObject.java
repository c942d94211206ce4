package meshadvisor.tree;

import java.util.Map;
import java.util.function.UnaryOperator;

/** An object that was read from JSON. Its nodes carry numbers as lines, and {@code paths} tells which fields they are. */
public record JsonObject(Node root, FieldPaths paths) {

    /** The same with these as the first thing that it says of itself; items of lists leave it out. */
    public JsonObject named(String apiVersion, String kind) {
        if (!(root instanceof Mapping mapping)) {
            return this;
        }
        return new JsonObject(mapping.with("apiVersion", text(apiVersion)).with("kind", text(kind)), paths);
    }

    /** The same with a changed root. */
    public JsonObject changed(UnaryOperator<Node> change) {
        return new JsonObject(change.apply(root), paths);
    }

    /** A mapping that stands in no field of the object as it was read. */
    public static Mapping mapping(Map<String, Node> values) {
        return new Mapping(values.entrySet().stream().map(e -> new Entry(text(e.getKey()), e.getValue())).toArray(Entry[]::new), 1, 0);
    }

    /** A text that stands in no field of the object as it was read. */
    public static Scalar text(String text) {
        return new Scalar(text, Scalar.Kind.STRING, 1, 0, false);
    }

    /** A truth value that stands in no field of an object that was read. */
    public static Scalar truth(boolean value) {
        return new Scalar(String.valueOf(value), Scalar.Kind.BOOLEAN, 1, 0, true);
    }
}
