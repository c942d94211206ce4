package meshadvisor.catalog;

/** What is known of Kubernetes itself. */
public record Kubernetes(Feature nativeSidecars, Settling settling) {

    /**
     * Something that it can since a version.
     *
     * @param from first version in which it is on where nobody says otherwise
     */
    public record Feature(String from, String says, String mark, String source, String date) {
        public Feature {
            Given.needed(from, "from");
            Given.needed(says, "says");
        }
    }

    /**
     * How long a pod may take to start.
     *
     * @param seconds in which waiting means nothing yet
     * @param restarts of an init container that mean nothing yet
     */
    public record Settling(int seconds, int restarts, String mark, String source, String date) {}

    public Kubernetes {
        Given.needed(settling, "settling");
        Given.needed(nativeSidecars, "native-sidecars");
    }
}
