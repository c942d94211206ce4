package meshadvisor.catalog;

/**
 * What a variant of a mesh can do.
 *
 * @param from first version, empty if unknown
 * @param vendorOnly whether only builds that are sold have it
 * @param needsWaypoint whether it needs a proxy beside the node agent
 */
public record Capability(String capability, String variant, State state, String from, String note, boolean vendorOnly,
        boolean needsWaypoint, String mark,
        String source,
        String date) {

    /** How far it is developed. */
    public enum State {
        STABLE, BETA, ALPHA, DEPRECATED, NONE, UNKNOWN;

        /** Whether one can have it today. */
        public boolean there() {
            return this == STABLE || this == BETA || this == ALPHA || this == DEPRECATED;
        }
    }

    public Capability {
        Given.needed(capability, "capability");
        Given.needed(variant, "variant");
        Given.needed(state, "state");
        Given.needed(source, "source");
        from = Given.or(from, "");
        note = Given.or(note, "");
    }
}
