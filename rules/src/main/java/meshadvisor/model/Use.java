package meshadvisor.model;

/**
 * A feature that a manifest uses, whoever provides it.
 *
 * @param capability a word of the catalogue's vocabulary, such as {@code split-weight}, {@code retries}, {@code mtls-identity}
 * @param by who provides it: the id of a mesh vendor, or a tool such as {@code flagger}, {@code argo-rollouts}, {@code nginx}, {@code cert-manager}
 * @param hop where in the path of a request it acts
 */
public record Use(String capability, String by, Hop hop, Meta from, Evidence evidence) {

    /** Where in the path of a request something acts. */
    public enum Hop {
        /** Between the outside and the cluster. */
        EDGE,
        /** Between two services. */
        INTERNAL,
        /** The manifest does not tell. */
        UNKNOWN
    }
}
