package meshadvisor.dialect.istio;

import java.util.List;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.RateLimitFilters;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads what extends the proxies: tokens, telemetry, Envoy filters and WebAssembly. */
final class Extensions {

    /** Of telemetry. */
    private static final List<String> KINDS = List.of("tracing", "accessLogging", "metrics");

    private Extensions() {}

    static void requestAuthentication(Item item, Facts facts) {
        Attachments.read(item, facts, List.of("jwtRules"));
        Node rules = item.spec().get("jwtRules");
        if (Nodes.filled(rules)) {
            uses(item, facts).add("authorization-http", rules, "checks the tokens of requests");
        }
    }

    /** A resource that only switches telemetry off uses none. */
    static void telemetry(Item item, Facts facts) {
        Attachments.read(item, facts, KINDS);
        for (String field : KINDS) {
            for (Node entry : item.spec().get(field).items()) {
                if (!Nodes.isTrue(entry.get("disabled")) && !Nodes.isTrue(entry.get("disableSpanReporting"))) {
                    uses(item, facts).add("l7-telemetry", entry, "configures " + field);
                    return;
                }
            }
        }
    }

    static void envoyFilter(Item item, Facts facts) {
        RateLimitFilters.note(new Uses(item, facts, IstioDialect.ID, patchedHop(item)), item.spec());
    }

    static void wasmPlugin(Item item, Facts facts) {
        Attachments.read(item, facts, List.of());
        Node url = item.spec().get("url");
        if (Nodes.filled(url)) {
            uses(item, facts).add("wasm", url, "loads a WebAssembly module into the proxies");
        }
    }

    private static Uses uses(Item item, Facts facts) {
        return new Uses(item, facts, IstioDialect.ID, Attachment.hop(item));
    }

    /** Patches for the gateway context only act at the edge, whatever they select. */
    private static Hop patchedHop(Item item) {
        List<Node> patches = item.spec().get("configPatches").items();
        boolean gateway = !patches.isEmpty() && patches.stream().allMatch(p -> p.at("match", "context").text().equals("GATEWAY"));
        return gateway ? Hop.EDGE : Attachment.hop(item);
    }
}
