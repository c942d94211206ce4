package meshadvisor.tree;

import java.util.List;

/** A list. */
public record Sequence(List<Node> items, int line, int column) implements Node {

    /** The items cannot be changed afterwards. */
    public Sequence {
        items = List.copyOf(items);
    }
}
