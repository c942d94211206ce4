package meshadvisor.dialect.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Provision;
import meshadvisor.model.Reference.Kind;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads Gateways. */
final class Gateways {

    private Gateways() {}

    static void read(Item item, Facts facts) {
        List<String> listeners = new ArrayList<>();
        item.spec().get("listeners").items().forEach(listener -> listeners.add(listener.get("name").text()));
        Node className = item.spec().get("gatewayClassName");
        String name = item.meta().name();

        facts.gatewayClasses.add(new Facts.GatewayClass(item.meta(), item.text(className)));
        facts.provisions.add(new Provision(item.meta(), Kind.PARENT, name, listeners, Map.of()));
        if (className.text().endsWith("waypoint")) {
            facts.provisions.add(new Provision(item.meta(), Kind.WAYPOINT, name, listeners, Map.of()));
        }
        if (className.text().endsWith("east-west")) {
            new Uses(item, facts, GatewayDialect.ID, Hop.EDGE).add("multi-cluster", className, "takes in mesh traffic of other clusters");
        }
    }
}
