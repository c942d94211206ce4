package meshadvisor.dialect.istio;

import java.util.List;

import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Uses;
import meshadvisor.tree.Absent;
import meshadvisor.tree.Node;

/** Reads traffic policies: TLS towards the host, and circuit breaking. */
public final class TrafficPolicies {

    private record Limit(String protocol, String field) {}

    /** Limits that make Envoy refuse requests; the other fields of a pool only tune it. */
    private static final List<Limit> LIMITS = List.of(new Limit("tcp", "maxConnections"), new Limit("http", "http1MaxPendingRequests"),
            new Limit("http", "http2MaxRequests"), new Limit("http", "maxRetries"));

    private TrafficPolicies() {}

    /** Notes the features of one policy and of its settings for single ports. */
    public static void note(Uses uses, Node policy) {
        noteLevel(uses, policy);
        policy.get("portLevelSettings").items().forEach(port -> noteLevel(uses, port));
    }

    private static void noteLevel(Uses uses, Node policy) {
        Node mode = policy.at("tls", "mode");
        if (mode.text().equals("ISTIO_MUTUAL")) {
            uses.add("mtls-identity", mode, "makes its clients prove identities by mutual TLS");
        }
        Node breaker = breaker(policy);
        if (Nodes.filled(breaker)) {
            uses.add("circuit-breaking", breaker, "breaks the circuit to hosts that fail or are overloaded");
        }
    }

    private static Node breaker(Node policy) {
        Node outliers = policy.get("outlierDetection");
        if (Nodes.filled(outliers)) {
            return outliers;
        }
        Node pool = policy.get("connectionPool");
        return LIMITS.stream().map(limit -> pool.at(limit.protocol(), limit.field())).filter(Nodes::filled).findFirst().orElse(Absent.HERE);
    }
}
