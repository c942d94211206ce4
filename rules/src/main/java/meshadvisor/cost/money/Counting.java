package meshadvisor.cost.money;

/** How compute may be counted. The other lines of a sheet are the same each way. */
public enum Counting {
    /** What is set aside: without requests it says that something costs nothing. */
    REQUESTS(LineKind.COMPUTE_REQUESTS, "by what is requested"),
    /** What is used, as if nodes could be bought by the thousandth. */
    USAGE(LineKind.COMPUTE_USAGE, "by what is used"),
    /** Whole nodes, as an invoice shows them: totals are made of these. */
    NODES(LineKind.COMPUTE_NODES, "by whole nodes");

    private final LineKind line;
    private final String words;

    Counting(LineKind line, String words) {
        this.line = line;
        this.words = words;
    }

    /** The line of a sheet that counts so. */
    public LineKind line() {
        return line;
    }

    /** For readers. */
    public String words() {
        return words;
    }

    /** Whether a line belongs to a total that is counted so. */
    public boolean counts(LineKind kind) {
        return kind == line || kind.role() == LineKind.Role.COUNTED && kind != NODES.line;
    }
}
