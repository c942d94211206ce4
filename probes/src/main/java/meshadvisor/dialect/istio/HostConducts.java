package meshadvisor.dialect.istio;

import java.util.List;
import meshadvisor.dialect.Effects;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.Conduct;
import meshadvisor.model.Feature;
import meshadvisor.model.Route.Order;
import meshadvisor.tree.Node;

/** Reads all that a DestinationRule says about its host, so that it can be said again elsewhere. */
final class HostConducts {

    private HostConducts() {}

    static void read(Item item, Facts facts) {
        Node spec = item.spec();
        Effects effects = new Effects(item, "");
        policy(effects.in("trafficPolicy"), spec.get("trafficPolicy"));
        List<Node> subsets = spec.get("subsets").items();
        for (int i = 0; i < subsets.size(); i++) {
            effects.note(Feature.SUBSET, subsets.get(i), "subsets[" + i + "]", Effects.texts(subsets.get(i), "name", "name"));
            policy(effects.in("subsets[" + i + "].trafficPolicy"), subsets.get(i).get("trafficPolicy"));
        }
        if (!spec.get("host").text().isEmpty()) {
            facts.conducts.add(new Conduct(item.meta(), IstioDialect.ID, List.of(item.text(spec.get("host"))), List.of(), true,
                    item.list(spec.get("exportTo")), Order.FIRST_MATCH, true, List.of(), effects.all()));
        }
    }

    private static void policy(Effects effects, Node policy) {
        level(effects, policy);
        effects.noteFirst(Feature.TUNNEL, policy, "tunnel", "proxyProtocol");
        effects.note(Feature.RETRY_BUDGET, policy.get("retryBudget"), "retryBudget");
        List<Node> ports = policy.get("portLevelSettings").items();
        for (int i = 0; i < ports.size(); i++) {
            level(effects.in("portLevelSettings[" + i + "]"), ports.get(i));
        }
    }

    private static void level(Effects effects, Node policy) {
        Node balancer = policy.get("loadBalancer");
        boolean hashing = Nodes.filled(balancer.get("consistentHash"));
        effects.note(hashing ? Feature.HASHING : Feature.BALANCING,
                Nodes.either(balancer, "consistentHash", "simple", "warmup", "warmupDurationSecs"),
                "loadBalancer");
        effects.note(Feature.LOCALITY, balancer.get("localityLbSetting"), "loadBalancer.localityLbSetting");
        effects.note(Feature.CONNECTIONS, policy.at("connectionPool", "tcp"), "connectionPool.tcp");
        effects.note(Feature.HTTP_CONNECTIONS, policy.at("connectionPool", "http"), "connectionPool.http");
        effects.note(Feature.OUTLIERS, policy.get("outlierDetection"), "outlierDetection");
        effects.note(Feature.CLIENT_TLS, policy.get("tls"), "tls");
    }
}
