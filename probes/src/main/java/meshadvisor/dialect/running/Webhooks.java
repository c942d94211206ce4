package meshadvisor.dialect.running;

import java.util.List;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Seen;
import meshadvisor.model.Webhook;
import meshadvisor.model.Webhook.Asks;
import meshadvisor.model.Webhook.Client;
import meshadvisor.tree.Node;

/** Reads webhook configurations. */
final class Webhooks {

    private Webhooks() {}

    static void read(Item item, Webhook.Type type, Seen seen) {
        for (Node hook : Nodes.mappings(item.root().get("webhooks"))) {
            Node service = hook.at("clientConfig", "service");
            Client client = new Client(service.get("namespace").text(), service.get("name").text(), hook.at("clientConfig", "url").text());
            String policy = hook.get("failurePolicy").text();
            seen.webhooks.add(new Webhook(item.meta(), hook.get("name").text(), type, policy.isEmpty() ? "Fail" : policy, client,
                    new Asks(pods(hook), Selectors.read(hook.get("namespaceSelector")), Selectors.read(hook.get("objectSelector")))));
        }
    }

    private static boolean pods(Node hook) {
        return hook.get("rules").items().stream().anyMatch(r -> names(r.get("resources"), "pods") && names(r.get("operations"), "CREATE"));
    }

    private static boolean names(Node list, String word) {
        List<String> words = list.items().stream().map(Node::text).toList();
        return words.contains(word) || words.contains("*") || words.contains("*/*");
    }
}
