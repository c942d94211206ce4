package meshadvisor.dialect.istio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.References;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Provision;
import meshadvisor.model.Reference.Kind;
import meshadvisor.tree.Node;

/** Reads DestinationRules: the subsets of a host and how its clients behave. */
final class DestinationRules {

    private DestinationRules() {}

    static void read(Item item, Facts facts) {
        HostConducts.read(item, facts);
        Node host = item.spec().get("host");
        if (host.text().isEmpty()) {
            return;
        }
        if (!Hosts.wildcard(host.text())) {
            new References(item, facts).add(Kind.HOST, host);
        }
        Map<String, Map<String, String>> subsets = new LinkedHashMap<>();
        Uses uses = new Uses(item, facts, IstioDialect.ID, Hosts.hop(host.text()));
        TrafficPolicies.note(uses, item.spec().get("trafficPolicy"));
        for (Node subset : item.spec().get("subsets").items()) {
            subsets.put(subset.get("name").text(), item.strings(subset.get("labels")));
            TrafficPolicies.note(uses, subset.get("trafficPolicy"));
        }
        facts.provisions.add(new Provision(item.meta(), Kind.SUBSET, host.text(), List.copyOf(subsets.keySet()), subsets));
    }
}
