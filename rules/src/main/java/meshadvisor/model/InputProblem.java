package meshadvisor.model;

/**
 * Something wrong with an input itself.
 *
 * @param remedy what to do
 */
public record InputProblem(Kind kind, Place place, String sentence, String remedy) {

    /** How bad it is, and which rule reports it. */
    public enum Kind {
        /** A document or file could not be read. */
        UNREADABLE,
        /** A key stands twice in one mapping. */
        DUPLICATE_KEY,
        /** A limit was exceeded. */
        LIMIT,
        /** A value that other readers understand differently. */
        SUSPICIOUS_SCALAR,
        /** The way to a cluster is not as safe as it should be. */
        ACCESS,
        /** Worth knowing, nothing is wrong. */
        NOTE
    }
}
