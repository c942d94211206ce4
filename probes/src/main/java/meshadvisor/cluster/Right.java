package meshadvisor.cluster;

/**
 * Whether one kind may be listed.
 *
 * @param resource such as {@code pods}, {@code virtualservices.networking.istio.io}
 * @param namespace empty for the whole cluster
 * @param goodFor what its objects are read for
 * @param because why the answer is not known, or what the API server said of a no; may be empty
 * @param grant the command that grants it
 */
public record Right(String resource, String namespace, May may, String goodFor, String because, String grant) {

    /** The answer of the API server. */
    public enum May {
        /** It may be listed. */
        YES,
        /** It may not. */
        NO,
        /** The API server could not, or would not, say. */
        UNKNOWN
    }
}
