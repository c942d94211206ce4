package meshadvisor.catalog;

import java.util.List;

/**
 * Images that identify what runs in a pod.
 *
 * @param image pattern for the last part of the repository, {@code *} for any text
 * @param ports if not empty, one of them must be served too: the pattern alone is too weak
 * @param from patterns for the whole repository, one of which must hold; empty for any
 * @param source where the pattern comes from
 */
public record ImageFamily(String image, Family family, List<Integer> ports, List<String> from, String source) {

    /** What runs there. */
    public enum Family {
        DATASTORE, BROKER, CACHE, OBSERVABILITY, MESH, LOAD_GENERATOR, CLIENT_TOOL, PLATFORM, TLS_PROXY;

        /** In words. */
        public String words() {
            return switch (this) {
                case DATASTORE -> "a datastore";
                case BROKER -> "a message broker";
                case CACHE -> "a cache";
                case OBSERVABILITY -> "observability";
                case MESH -> "part of a mesh";
                case LOAD_GENERATOR -> "a load generator";
                case CLIENT_TOOL -> "a client or test tool";
                case PLATFORM -> "part of the platform";
                case TLS_PROXY -> "a TLS proxy";
            };
        }
    }

    public ImageFamily {
        Given.needed(image, "image");
        Given.needed(family, "family");
        Given.needed(source, "source");
        ports = Given.list(ports);
        from = Given.list(from);
    }
}
