package meshadvisor.dialect.istio;

import java.util.List;
import java.util.stream.Stream;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Uses;
import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.IdentityPolicy.Action;
import meshadvisor.model.IdentityPolicy.Rule;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads AuthorizationPolicies. */
final class AuthorizationPolicies {

    private AuthorizationPolicies() {}

    static void read(Item item, Facts facts) {
        Attachments.read(item, facts, List.of("rules"));
        List<Node> written = Nodes.mappings(item.spec().get("rules"));
        List<Rule> rules = written.stream().map(rule -> PolicyRules.read(item, rule)).toList();
        facts.identityPolicies.add(new IdentityPolicy(item.meta(), IstioDialect.ID, action(item), Attachment.selector(item),
                Attachment.targets(item), rules));

        Uses uses = new Uses(item, facts, IstioDialect.ID, Attachment.hop(item));
        identities(rules).findFirst().ifPresent(first -> {
            uses.add("authorization-identity", first.place(), "decides by the identity of the caller");
            uses.add("mtls-identity", first.place(), "decides by identities, which only mutual TLS proves");
        });
        for (Node rule : written) {
            Node http = PolicyRules.http(rule);
            if (Nodes.filled(http)) {
                uses.add("authorization-http", http, "decides by the content of HTTP requests");
            }
        }
    }

    private static Stream<Text> identities(List<Rule> rules) {
        return rules.stream().flatMap(rule -> Stream.concat(rule.identities().stream(), rule.notIdentities().stream()));
    }

    private static Action action(Item item) {
        return switch (item.spec().get("action").text()) {
            case "DENY" -> Action.DENY;
            case "AUDIT" -> Action.AUDIT;
            case "CUSTOM" -> Action.CUSTOM;
            default -> Action.ALLOW;
        };
    }
}
