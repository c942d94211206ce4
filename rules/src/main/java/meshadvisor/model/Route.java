package meshadvisor.model;

import java.util.List;

/**
 * How requests to some hosts are sent on, whatever the vendor's resource is called.
 *
 * @param by id of the mesh vendor, or the tool, whose resource it is
 * @param hosts as written; empty where the parent decides
 * @param parents names of Services that the route stands before ({@code parentRef} of kind Service, SMI apex), as written
 */
public record Route(Meta meta, String by, Use.Hop hop, List<Text> hosts, List<Text> parents, List<Rule> rules) {

    /** One alternative; the first that matches wins where {@code ordered}, else the most specific one. */
    public record Rule(Place place, String name, Order order, List<Match> matches, List<Backend> backends, Retries retries) {

        public Rule {
            matches = List.copyOf(matches);
            backends = List.copyOf(backends);
        }
    }

    /** How the rules of one route compete. */
    public enum Order {
        FIRST_MATCH, MOST_SPECIFIC
    }

    /**
     * A condition on requests.
     *
     * @param path kind and value; {@link PathKind#ANY} where the path does not matter
     * @param methods empty for every method
     * @param narrowed whether anything besides path and method narrows it (headers, query, source, port, gateway)
     * @param headers names of the request headers that take part, in lower case; with {@code !} in front where they must be absent
     */
    public record Match(Place place, PathKind pathKind, String path, List<String> methods, boolean narrowed, List<String> headers) {

        public Match {
            methods = List.copyOf(methods);
            headers = List.copyOf(headers);
        }

        /** Whether every request matches. */
        public boolean all() {
            boolean anyPath = pathKind == PathKind.ANY || pathKind == PathKind.PREFIX && path.equals("/")
                    || pathKind == PathKind.REGEX && (path.equals(".*") || path.equals("/.*"));
            return anyPath && methods.isEmpty() && !narrowed;
        }
    }

    /** How a path is compared. */
    public enum PathKind {
        ANY, PREFIX, EXACT, REGEX
    }

    /**
     * Where requests go.
     *
     * @param weight as written, in the unit of the resource; ignored unless {@code weighting} says that one was given
     * @param weighting what a weight means in this resource
     */
    public record Backend(Text host, String namespace, String subset, double weight, Weighting weighting, Place place) {}

    /** What a weight means. */
    public enum Weighting {
        /** None was written. */
        NONE,
        /** Per cent: they must add up to 100 (Istio). */
        PERCENT,
        /** Relative to the sum (Gateway API, SMI, Envoy). */
        RELATIVE
    }

    /**
     * Retries of a rule.
     *
     * @param attempts how often is tried again; 0 switches retries off
     * @param on the conditions as written, empty for the default of the vendor
     * @param each milliseconds that one try may take, 0 where none are written
     * @param whole milliseconds that all tries may take together, 0 where none are written
     */
    public record Retries(boolean configured, int attempts, String on, Place place, double each, double whole) {
        /** Nothing is configured. */
        public static final Retries NONE = new Retries(false, 0, "", Place.NOWHERE);

        /** Retries of which nothing says how long they may take. */
        public Retries(boolean configured, int attempts, String on, Place place) {
            this(configured, attempts, on, place, 0, 0);
        }

        /** The same with times in milliseconds. */
        public Retries within(double eachTry, double allTries) {
            return new Retries(configured, attempts, on, place, eachTry, allTries);
        }
    }

    public Route {
        hosts = List.copyOf(hosts);
        parents = List.copyOf(parents);
        rules = List.copyOf(rules);
    }
}
