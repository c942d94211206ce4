package meshadvisor.dialect.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.IdentityPolicy.Rule;
import meshadvisor.model.Text;
import meshadvisor.tree.Absent;
import meshadvisor.tree.Node;

/** Reads one rule of an AuthorizationPolicy. */
final class PolicyRules {

    /** Conditions that mutual TLS answers; the tokens of {@code requestPrincipals} come with the request instead. */
    private static final Set<String> IDENTITY_KEYS = Set.of("source.principal", "source.namespace", "source.serviceAccount");
    private static final List<String> IDENTITIES = List.of("principals", "namespaces", "serviceAccounts");
    private static final List<String> NOT_IDENTITIES = List.of("notPrincipals", "notNamespaces", "notServiceAccounts");
    private static final String[] TOKENS = {"requestPrincipals", "notRequestPrincipals"};
    private static final String[] OPERATIONS = {"methods", "paths", "hosts", "notMethods", "notPaths", "notHosts"};

    private PolicyRules() {}

    static Rule read(Item item, Node rule) {
        return new Rule(item.place(rule), conditions(item, rule, IDENTITIES, "values"), conditions(item, rule, NOT_IDENTITIES, "notValues"),
                Nodes.filled(http(rule)));
    }

    private static List<Text> conditions(Item item, Node rule, List<String> fields, String values) {
        List<Text> found = new ArrayList<>();
        for (Node from : rule.get("from").items()) {
            fields.forEach(field -> found.addAll(item.list(from.at("source", field))));
        }
        for (Node when : rule.get("when").items()) {
            if (IDENTITY_KEYS.contains(when.get("key").text())) {
                found.addAll(item.list(when.get(values)));
            }
        }
        return found;
    }

    /** The first condition on method, path, host, header or token; absent if the rule has none. */
    static Node http(Node rule) {
        for (Node from : rule.get("from").items()) {
            Node token = Nodes.either(from.get("source"), TOKENS);
            if (Nodes.filled(token)) {
                return token;
            }
        }
        for (Node to : rule.get("to").items()) {
            Node operation = Nodes.either(to.get("operation"), OPERATIONS);
            if (Nodes.filled(operation)) {
                return operation;
            }
        }
        return rule.get("when").items().stream().map(when -> when.get("key")).filter(key -> key.text().startsWith("request.")).findFirst()
                .orElse(Absent.HERE);
    }
}
