package meshadvisor.load.drive;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import meshadvisor.load.schedule.Distribution;
import meshadvisor.load.wire.ClientProtocol;
import meshadvisor.load.wire.Route;

/**
 * Where requests go and what they ask for.
 *
 * @param host as given, for the name that a certificate must have
 * @param address empty if the name is not known: every request then fails for that reason
 * @param weight its share of the requests, above 0
 * @param routes the methods, each with its share
 * @param tls empty for plain text
 */
public record Target(String host, Optional<InetSocketAddress> address, double weight, List<Weighted> routes, Optional<Secured> tls) {

    public Target {
        routes = List.copyOf(routes);
    }

    /** A route and its share of the target's requests, above 0. */
    public record Weighted(Route route, double weight) {}

    /** How connections are secured: the context, what ALPN asks for, and whether each connection has to shake hands in full. */
    public record Secured(SSLContext context, String protocol, Handshake handshake) {}

    /** Whether a connection may go on where one before it ended. */
    public enum Handshake {
        /** As clients do: resumes a session that is known. */
        RESUMED,
        /** In full each time, so that it costs what a first contact costs. */
        FULL
    }

    /** What a connection lives for. */
    public enum Life {
        /** For the whole run. */
        KEPT,
        /** For one request. */
        ONE_REQUEST
    }

    /** How the connections to a target speak and live. */
    public record Manner(Function<List<Route>, ClientProtocol> protocol, Life life, int connections) {}

    /** What requests carry and ask for: bytes of a body, and of the answer if a size is to be asked for. */
    public record Sizes(Distribution payload, Optional<Distribution> wanted) {}
}
