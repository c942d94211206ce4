package meshadvisor.tree;

/** Nothing stands here. */
public enum Absent implements Node {
    /** The only one. */
    HERE;

    @Override
    public int line() {
        return 0;
    }

    @Override
    public int column() {
        return 0;
    }

    @Override
    public boolean present() {
        return false;
    }
}
