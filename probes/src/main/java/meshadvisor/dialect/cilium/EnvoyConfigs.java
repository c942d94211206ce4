package meshadvisor.dialect.cilium;

import java.util.ArrayList;
import java.util.List;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.RateLimitFilters;
import meshadvisor.dialect.References;
import meshadvisor.dialect.Splits;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Reference.Kind;
import meshadvisor.model.Route;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads Envoy configuration given to Cilium. The rules of one virtual host compete, those of different ones do not. */
final class EnvoyConfigs {

    private EnvoyConfigs() {}

    static void read(Item item, Facts facts) {
        List<Text> parents = new ArrayList<>();
        for (Node service : item.spec().get("services").items()) {
            Text name = item.text(service.get("name"));
            if (name.given()) {
                parents.add(name);
            }
        }
        // without Services to take over, the listener is reached by other means, which the manifest does not tell
        Hop hop = parents.isEmpty() ? Hop.UNKNOWN : Hop.INTERNAL;
        Uses uses = new Uses(item, facts, CiliumDialect.ID, hop);
        for (Node host : Envoy.virtualHosts(item)) {
            List<Node> routes = Nodes.mappings(host.get("routes"));
            List<Rule> rules = routes.stream().map(route -> EnvoyRules.read(item, host, route)).toList();
            facts.routes.add(new Route(item.meta(), CiliumDialect.ID, hop, item.list(host.get("domains")), parents, rules));
            Splits.byWeight(rules).ifPresent(b -> uses.add("split-weight", b.place(), "divides requests among clusters by weight"));
            Splits.byHeader(rules).ifPresent(m -> uses.add("split-header", m.place(), "chooses the cluster by request headers"));
            routes.forEach(route -> EnvoyRules.note(uses, host, route));
        }
        noteClusters(item, uses);
        Envoy.resources(item, "Listener").forEach(listener -> RateLimitFilters.note(uses, listener));
        references(item, facts);
    }

    private static void noteClusters(Item item, Uses uses) {
        for (Node cluster : Envoy.resources(item, "Cluster")) {
            for (String field : List.of("circuit_breakers", "outlier_detection")) {
                Node breaker = Envoy.field(cluster, field);
                if (Nodes.filled(breaker)) {
                    uses.add("circuit-breaking", breaker, "breaks the circuit to hosts that fail or are overloaded");
                }
            }
        }
    }

    private static void references(Item item, Facts facts) {
        References references = new References(item, facts);
        for (String field : List.of("services", "backendServices")) {
            for (Node service : item.spec().get(field).items()) {
                references.add(Kind.SERVICE, service.get("namespace").text(), service.get("name"), "");
            }
        }
    }
}
