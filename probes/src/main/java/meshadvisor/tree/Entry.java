package meshadvisor.tree;

/** One key of a mapping with its value. */
public record Entry(Scalar key, Node value) {}
