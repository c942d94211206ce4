package meshadvisor.dialect.cilium;

import java.util.List;

import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Uses;
import meshadvisor.tree.Node;

/** Reads what the rules of a policy ask for besides addresses and ports. */
final class PolicyRules {

    private PolicyRules() {}

    static void note(Uses uses, Node spec) {
        for (String direction : List.of("ingress", "ingressDeny", "egress", "egressDeny")) {
            for (Node rule : spec.get(direction).items()) {
                noteRule(uses, rule);
            }
        }
    }

    private static void noteRule(Uses uses, Node rule) {
        Node mode = rule.at("authentication", "mode");
        if (mode.text().equals("required")) {
            uses.add("mtls-identity", mode, "requires mutual authentication");
        }
        Node callers = rule.get("fromEndpoints");
        if (Nodes.filled(callers)) {
            uses.add("authorization-identity", callers, "decides by the labels of the caller");
        }
        for (Node ports : rule.get("toPorts").items()) {
            ports.at("rules", "http").items().forEach(http -> noteHttp(uses, http));
        }
    }

    /** An empty HTTP rule allows everything: it only makes requests visible. */
    private static void noteHttp(Uses uses, Node http) {
        if (Nodes.filled(http)) {
            uses.add("authorization-http", http, "decides by the content of HTTP requests");
        } else {
            uses.add("l7-telemetry", http, "makes HTTP requests visible");
        }
    }
}
