package meshadvisor.dialect.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.References;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Provision;
import meshadvisor.model.Reference.Kind;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads what stands at the borders: Gateways, ServiceEntries and Sidecars. */
final class Gateways {

    private Gateways() {}

    static void gateway(Item item, Facts facts) {
        List<String> ports = new ArrayList<>();
        Uses uses = new Uses(item, facts, IstioDialect.ID, Hop.EDGE);
        for (Node server : item.spec().get("servers").items()) {
            ports.add(server.at("port", "name").text());
            Node mode = server.at("tls", "mode");
            if (mode.text().equals("AUTO_PASSTHROUGH")) {
                uses.add("multi-cluster", mode, "passes mesh traffic of other clusters through by its server name");
            }
        }
        facts.provisions.add(new Provision(item.meta(), Kind.GATEWAY, item.meta().name(), ports, Map.of()));
    }

    static void serviceEntry(Item item, Facts facts) {
        for (Text host : item.list(item.spec().get("hosts"))) {
            facts.provisions.add(new Provision(item.meta(), Kind.HOST, host.value(), List.of(), Map.of()));
        }
    }

    static void sidecar(Item item, Facts facts) {
        References references = new References(item, facts);
        for (Node egress : item.spec().get("egress").items()) {
            egress.get("hosts").items().forEach(host -> egressHost(item, references, host));
        }
    }

    /**
     * {@code namespace/host}; {@code .} is the namespace of the Sidecar. Wildcards, {@code ~} and names with an empty part, which come
     * from rendering without a namespace, refer to nothing in particular.
     */
    private static void egressHost(Item item, References references, Node written) {
        String text = written.text();
        int slash = text.indexOf('/');
        if (slash <= 0 || Hosts.wildcard(text) || text.startsWith("~") || text.contains("..")) {
            return;
        }
        String namespace = text.substring(0, slash);
        if (!namespace.equals(".")) {
            references.named(Kind.HOST, namespace, text.substring(slash + 1), written);
        } else if (!item.meta().namespace().isEmpty()) {
            references.named(Kind.HOST, item.meta().namespace(), text.substring(slash + 1), written);
        }
    }
}
