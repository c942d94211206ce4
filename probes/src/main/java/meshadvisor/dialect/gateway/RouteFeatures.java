package meshadvisor.dialect.gateway;

import java.util.ArrayList;
import java.util.List;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.References;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Reference.Kind;
import meshadvisor.tree.Node;

/** Reads the names and the features of one rule. */
final class RouteFeatures {

    private RouteFeatures() {}

    static void note(Item item, Facts facts, Uses uses, Node rule) {
        References references = new References(item, facts);
        for (Node backend : rule.get("backendRefs").items()) {
            noteBackend(references, uses, backend);
        }
        for (Node filter : filters(rule)) {
            Node mirror = filter.at("requestMirror", "backendRef");
            if (Nodes.filled(mirror)) {
                noteBackend(references, uses, mirror);
                uses.add("mirroring", filter, "mirrors requests");
            }
        }
        noteTimes(uses, rule);
    }

    /** Filters stand on the rule and on each of its backends. */
    private static List<Node> filters(Node rule) {
        List<Node> filters = new ArrayList<>(rule.get("filters").items());
        rule.get("backendRefs").items().forEach(backend -> filters.addAll(backend.get("filters").items()));
        return filters;
    }

    private static void noteBackend(References references, Uses uses, Node backend) {
        switch (backend.get("kind").text()) {
            case "", "Service" -> references.add(Kind.SERVICE, backend.get("namespace").text(), backend.get("name"), "");
            case "ServiceImport" -> uses.add("multi-cluster", backend, "sends requests to a Service of several clusters");
            default -> {
                // backends of other kinds are defined by their vendors
            }
        }
    }

    private static void noteTimes(Uses uses, Node rule) {
        Node timeout = Nodes.either(rule.get("timeouts"), "request", "backendRequest");
        if (Nodes.filled(timeout) && !timeout.text().equals("0s")) {
            uses.add("timeouts", timeout, "limits the time of a request to " + timeout.text());
        }
        Node retry = rule.get("retry");
        if (Nodes.filled(retry) && Item.number(retry.get("attempts")).orElse(1) > 0) {
            uses.add("retries", retry, "retries failed requests");
        }
    }
}
