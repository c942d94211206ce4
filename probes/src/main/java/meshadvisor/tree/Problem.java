package meshadvisor.tree;

/**
 * What is wrong in an input, and what to do about it.
 *
 * @param line 1-based line, 0 if the whole file is meant
 * @param column 1-based column, 0 if the whole line or file is meant
 * @param sentence what happened
 * @param remedy what to do
 */
public record Problem(Kind kind, int line, int column, String sentence, String remedy) {

    /** What a problem means for the result. */
    public enum Kind {
        /** The document, or the file, was not read. */
        UNREADABLE,
        /** The document is a list or a single value; whether that is wrong depends on who asked for it. */
        NO_OBJECT,
        /** The document is a template that has to be rendered first; it was not read. */
        TEMPLATE,
        /** The document, or the file, asks for more than {@link Limits} allow; it was not read. */
        LIMIT,
        /** A key stands twice in one mapping; the last value is used. */
        DUPLICATE_KEY,
        /** A value that the tools of Kubernetes and a reader may take differently. */
        SUSPICIOUS_SCALAR,
        /** Worth knowing; nothing is lost. */
        NOTE
    }
}
