package meshadvisor.dialect.smi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Uses;
import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.IdentityPolicy.Action;
import meshadvisor.model.IdentityPolicy.Rule;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads TrafficTargets: service accounts that may call the pods of another. */
final class TrafficTargets {

    private TrafficTargets() {}

    static void read(Item item, Facts facts) {
        Node sources = item.spec().get("sources");
        List<Text> callers = sources.items().stream().map(source -> item.text(source.get("name"))).filter(Text::given).toList();
        Optional<Node> http =
                item.spec().get("rules").items().stream().filter(rule -> rule.get("kind").text().equals("HTTPRouteGroup")).findFirst();
        String target = item.spec().at("destination", "name").text();
        facts.identityPolicies.add(new IdentityPolicy(item.meta(), SmiDialect.ID, Action.ALLOW, Map.of(),
                target.isEmpty() ? List.of() : List.of(target),
                List.of(new Rule(item.place(sources), callers, List.of(), http.isPresent()))));

        Uses uses = new Uses(item, facts, SmiDialect.ID, Hop.INTERNAL);
        callers.stream().findFirst().ifPresent(first -> {
            uses.add("authorization-identity", first.place(), "decides by the identity of the caller");
            uses.add("mtls-identity", first.place(), "decides by identities, which only mutual TLS proves");
        });
        http.ifPresent(rule -> uses.add("authorization-http", rule, "decides by the content of HTTP requests"));
    }
}
