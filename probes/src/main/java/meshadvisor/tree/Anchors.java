package meshadvisor.tree;

import java.util.HashMap;
import java.util.Map;

/** The anchored nodes of one document, and the account of the nodes that aliases add to it. */
final class Anchors {

    /** An anchored node, how many nodes it has with its aliases written out, and how many levels. */
    record Anchored(Node node, long nodes, int height) {
        private static final Anchored OPEN = new Anchored(Absent.HERE, 0, 0);

        private boolean isOpen() {
            return nodes == 0;
        }
    }

    private final int limit;
    private final Map<String, Anchored> named = new HashMap<>();
    private long added;

    Anchors(Limits limits) {
        this.limit = limits.addedNodes();
    }

    /** Forgets everything: another document begins. */
    void begin() {
        named.clear();
        added = 0;
    }

    boolean none() {
        return named.isEmpty();
    }

    /** A collection with an anchor begins: until it ends, an alias to it would have no end. */
    void open(String name) {
        named.put(name, Anchored.OPEN);
    }

    void close(String name, Anchored anchored) {
        named.put(name, anchored);
    }

    /** What an alias at a place stands for. */
    Anchored resolve(String name, int line, int column) {
        Anchored anchored = named.get(name);
        Scalar alias = new Scalar(name, Scalar.Kind.NULL, line, column, true);
        if (anchored == null) {
            throw Unreadable.at(alias, "The alias *" + Warnings.shortened(name) + " has no anchor before it.",
                    "Write the anchor &" + Warnings.shortened(name) + " before the alias, in the same document.");
        }
        if (anchored.isOpen()) {
            throw Unreadable.at(alias, "The alias *" + Warnings.shortened(name) + " is a recursive alias: it stands inside its own anchor.",
                    "Write the value out.");
        }
        added += anchored.nodes();
        if (added > limit) {
            throw Unreadable.beyond(line, column, "The aliases and merge keys of this document add more than " + limit + " nodes.");
        }
        return anchored;
    }
}
