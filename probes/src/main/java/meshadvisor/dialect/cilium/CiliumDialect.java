package meshadvisor.dialect.cilium;

import java.util.List;
import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Cilium's own resources, and the annotation by which a Service spans clusters. */
public final class CiliumDialect implements Dialect {

    static final String ID = "cilium";

    private static final String WIREGUARD_KEY = "network.cilium.io/wg-pub-key";
    private static final String GLOBAL = "service.cilium.io/global";

    @Override
    public boolean reads(String group) {
        return group.equals("cilium.io") || group.isEmpty();
    }

    @Override
    public void read(Item item, Facts facts) {
        switch (item.kind()) {
            case "CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy" -> NetworkPolicies.read(item, facts);
            case "CiliumEnvoyConfig", "CiliumClusterwideEnvoyConfig" -> EnvoyConfigs.read(item, facts);
            case "CiliumNode" -> node(item, facts);
            case "Service" -> service(item, facts);
            case "ConfigMap" -> settings(item, facts);
            default -> {
                // the other kinds configure the network below the services
            }
        }
    }

    /** The settings of the agent, as its chart renders them. */
    private static void settings(Item item, Facts facts) {
        if (!item.meta().name().equals("cilium-config")) {
            return;
        }
        for (String key : List.of("enable-wireguard", "enable-ipsec")) {
            Node value = item.root().at("data", key);
            if (Nodes.isTrue(value)) {
                new Uses(item, facts, ID, Hop.INTERNAL).add("link-encryption", value, "makes Cilium encrypt between nodes (" + key + ")");
            }
        }
    }

    /** The agent of a node that encrypts shows its WireGuard key, or the number of its IPsec key (Documentation/security/network of Cilium 1.20). */
    private static void node(Item item, Facts facts) {
        Text key = item.meta().annotation(WIREGUARD_KEY);
        Node number = item.spec().at("encryption", "key");
        if (key.given()) {
            new Uses(item, facts, ID, Hop.INTERNAL).add("link-encryption", key.place(),
                    "has a WireGuard key: Cilium encrypts between nodes");
        } else if (Item.number(number).orElse(0) > 0) {
            new Uses(item, facts, ID, Hop.INTERNAL).add("link-encryption", number, "has an IPsec key: Cilium encrypts between nodes");
        }
    }

    private static void service(Item item, Facts facts) {
        Text global = item.meta().annotation(GLOBAL);
        if (global.value().equals("true")) {
            new Uses(item, facts, ID, Hop.INTERNAL).add("multi-cluster", global.place(), "is one Service of several clusters");
        }
    }
}
