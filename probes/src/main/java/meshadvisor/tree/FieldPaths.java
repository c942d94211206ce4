package meshadvisor.tree;

import java.util.Arrays;

/** The fields of one object that was read from JSON, by the numbers that its nodes carry as their lines. */
public final class FieldPaths {

    private int[] parents = new int[64];
    private Object[] labels = new Object[64];
    private int count;

    FieldPaths() {}

    /** The number of a new node under another one; 0 is what stands above the root. */
    int add(int parent, Object label) {
        count++;
        if (count == parents.length) {
            parents = Arrays.copyOf(parents, count * 2);
            labels = Arrays.copyOf(labels, count * 2);
        }
        parents[count] = parent;
        labels[count] = label;
        return count;
    }

    /** How many nodes there are. */
    int count() {
        return count;
    }

    /** Where a node stands, such as {@code spec.containers[0].image}; empty for the root and for what stands nowhere. */
    public String of(Node node) {
        StringBuilder path = new StringBuilder();
        append(node.line(), path);
        return path.toString();
    }

    private void append(int number, StringBuilder path) {
        if (number <= 1 || number > count) {
            return;
        }
        append(parents[number], path);
        if (labels[number] instanceof Integer index) {
            path.append('[').append(index.intValue()).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(labels[number]);
        }
    }
}
