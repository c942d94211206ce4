package meshadvisor.dialect.gateway;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;

/** The Gateway API, whoever implements it. */
public final class GatewayDialect implements Dialect {

    static final String GROUP = "gateway.networking.k8s.io";
    static final String ID = "gateway-api";

    @Override
    public boolean reads(String group) {
        return group.equals(GROUP);
    }

    @Override
    public void read(Item item, Facts facts) {
        if (item.kind().equals("Gateway")) {
            Gateways.read(item, facts);
        } else if (Routes.isRoute(item)) {
            Routes.read(item, facts, ID);
        }
    }
}
