package meshadvisor.catalog;

/**
 * Retries that a mesh makes when nothing asks for them.
 *
 * @param variant of the mesh
 * @param attempts after the first; 0 for none
 * @param at where they are made
 * @param answers whether answers of the service are retried, too, and not only what never reached it
 * @param on what is retried, as the end of a sentence
 */
public record UsualRetries(String variant, int attempts, At at, boolean answers, String on, String source, String date) {

    /** Where they are made. */
    public enum At {
        /** At the proxy of the caller, for every call. */
        CALLER,
        /** At a waypoint before the Service that is called. */
        WAYPOINT,
        /** Where a policy looks into the requests of the service that is called. */
        POLICY
    }

    public UsualRetries {
        Given.needed(variant, "variant");
        Given.needed(at, "at");
        Given.needed(on, "on");
        Given.needed(source, "source");
        Given.needed(date, "date");
    }
}
