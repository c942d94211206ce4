package meshadvisor.dialect.cilium;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;

/** Cilium's own resources, and the annotation by which a Service spans clusters. */
public final class CiliumDialect implements Dialect {

    static final String ID = "cilium";

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
            case "Service" -> service(item, facts);
            default -> {
                // the other kinds configure the network below the services
            }
        }
    }

    private static void service(Item item, Facts facts) {
        Text global = item.meta().annotation(GLOBAL);
        if (global.value().equals("true")) {
            new Uses(item, facts, ID, Hop.INTERNAL).add("multi-cluster", global.place(), "is one Service of several clusters");
        }
    }
}
