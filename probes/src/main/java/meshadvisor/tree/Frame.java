package meshadvisor.tree;

/** A mapping or sequence that has begun and not ended; one of them serves all collections of one depth in turn. */
final class Frame {

    /** Whether this is a mapping, else a sequence. */
    boolean mapping;
    /** Whether this is the list of objects of the document, which are handed over one by one. */
    boolean objects;
    /** Where its nodes begin on the stack. */
    int start;
    int line;
    int column;
    /** Levels of the highest node in it. */
    int height;
    /** Nodes of the document before it. */
    long nodesBefore;
    /** Empty if it has none. */
    String anchor = "";
}
