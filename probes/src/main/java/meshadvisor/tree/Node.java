package meshadvisor.tree;

import java.util.List;

/** One node of a manifest and the place where it stands; a question that has no answer gives {@link Absent#HERE}. */
public sealed interface Node permits Mapping, Sequence, Scalar, Absent {

    /** 1-based line, 0 if this stands nowhere. */
    int line();

    /** 1-based column, counted in code points, 0 if this stands nowhere. */
    int column();

    /** The value of a key; absent when this is no mapping or has no such key. */
    default Node get(String key) {
        return Absent.HERE;
    }

    /** What stands at the end of a path of keys; absent when the path breaks off. */
    default Node at(String... keys) {
        Node here = this;
        for (String key : keys) {
            here = here.get(key);
        }
        return here;
    }

    /** The items of a sequence; empty for everything else. */
    default List<Node> items() {
        return List.of();
    }

    /** The text of a scalar; empty for null, for what is absent, and for mappings and sequences. */
    default String text() {
        return "";
    }

    /** Whether a value is here: false for what is absent and for null, which Kubernetes takes as not set. */
    default boolean present() {
        return true;
    }
}
