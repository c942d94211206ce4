package meshadvisor.dialect.istio;

import meshadvisor.model.Use.Hop;

/** What the spelling of a host tells. */
final class Hosts {

    private Hosts() {}

    static boolean wildcard(String host) {
        return host.contains("*");
    }

    /** Internal for a short name and for the full name of a Service; a name such as {@code a.b} may be anything. */
    static Hop hop(String host) {
        boolean internal =
                !host.isEmpty() && !host.contains(".") || host.contains(".svc.") || host.endsWith(".svc") || host.endsWith(".local");
        return internal ? Hop.INTERNAL : Hop.UNKNOWN;
    }
}
