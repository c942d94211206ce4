package meshadvisor.model;

import java.util.List;

/**
 * What was seen of the requests themselves, in metrics and traces.
 *
 * @param sources that were asked, in the order in which they were asked
 * @param flows in order; where several sources see one destination, those of the source that knows most of it
 */
public record Observed(Window window, List<Source> sources, List<Flow> flows, Chains chains) {

    /** Nobody looked. */
    public static final Observed NONE = new Observed(Window.NONE, List.of(), List.of(), Chains.NONE);

    /**
     * The time over which metrics were asked.
     *
     * @param length in Prometheus' words, such as {@code 1h}; empty where no metrics were asked
     * @param end its end, in ISO 8601 and UTC
     */
    public record Window(String length, String end) {
        /** No metrics were asked. */
        public static final Window NONE = new Window("", "");
    }

    /**
     * Where something was seen.
     *
     * @param id such as {@code istio}, or the path of a file with traces
     * @param series number of time series, or of spans, that it gave
     * @param flows number of flows of it that count
     * @param noted what to know about it, in sentences
     */
    public record Source(String id, String name, int series, int flows, List<String> noted) {
        public Source {
            noted = List.copyOf(noted);
        }
    }

    /** One end of a flow; the name is empty where the source does not tell who it is. */
    public record Peer(String namespace, String name) implements Comparable<Peer> {
        /** Somebody whom the source does not name. */
        public static final Peer UNKNOWN = new Peer("", "");

        /** Whether the source tells who it is. */
        public boolean known() {
            return !name.isEmpty();
        }

        @Override
        public int compareTo(Peer other) {
            int byNamespace = namespace.compareTo(other.namespace);
            return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return !known() ? "unknown" : namespace.isEmpty() ? name : namespace + "/" + name;
        }
    }

    /** How a flow is protected on its way, the best first. */
    public enum Encryption {
        /** Both ends have shown who they are. */
        ENCRYPTED_WITH_IDENTITY,
        /** Encrypted, and no caller is identified. */
        ENCRYPTED,
        /** Nobody can tell. */
        NO_DATA,
        /** Everybody on the way can read it. */
        PLAINTEXT
    }

    /**
     * Requests of one protocol and one kind of protection, from one to another.
     *
     * @param protocol in small letters, empty where the source does not tell
     * @param source id of the source
     * @param seenAs the metric, or the way, by which it was seen
     */
    public record Flow(Peer from, Peer to, String protocol, Encryption encryption, Load load, String source, String seenAs) {}

    /**
     * How much and how fast.
     *
     * @param requests per second
     * @param failed requests per second that failed on the server's side
     * @param bytes per second, both ways
     * @param p50 median latency in milliseconds
     * @param p99 99th percentile of the latency in milliseconds
     * @param sampled calls in the traces: a sample whose share of all calls is unknown
     */
    public record Load(Measured requests, Measured failed, Measured bytes, Measured p50, Measured p99, Measured sampled) {}

    /**
     * How requests go on from service to service, as traces show it.
     *
     * @param traces with at least one span that belongs to them
     * @param depth calls from service to service behind one another in the longest chain, by trace
     * @param fanOut calls of other services that one request makes, by the requests that make any
     * @param widest the service that makes most calls for one request
     * @param paths critical paths, the most frequent first
     */
    public record Chains(int traces, Spread depth, Spread fanOut, String widest, List<Path> paths) {
        /** No traces were given. */
        public static final Chains NONE = new Chains(0, Spread.NONE, Spread.NONE, "", List.of());

        public Chains {
            paths = List.copyOf(paths);
        }
    }

    /** Of whole numbers, -1 where there are none. */
    public record Spread(int median, int max) {
        /** Of no numbers. */
        public static final Spread NONE = new Spread(-1, -1);
    }

    /**
     * A critical path: from the first span on always to the child that ends last.
     *
     * @param services in the order of the calls
     * @param traces that go this way
     * @param p50 median duration of those traces' first span, in milliseconds
     * @param p99 99th percentile of the same
     */
    public record Path(List<String> services, int traces, Measured p50, Measured p99) {
        public Path {
            services = List.copyOf(services);
        }
    }

    public Observed {
        sources = List.copyOf(sources);
        flows = List.copyOf(flows);
    }

    /** Whether anybody looked. */
    public boolean any() {
        return !sources.isEmpty();
    }
}
