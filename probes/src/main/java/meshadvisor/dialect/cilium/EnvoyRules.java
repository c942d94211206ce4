package meshadvisor.dialect.cilium;

import java.util.List;

import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Route.Backend;
import meshadvisor.model.Route.Order;
import meshadvisor.model.Route.Retries;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Route.Weighting;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads one route of a virtual host. */
final class EnvoyRules {

    private EnvoyRules() {}

    static Rule read(Item item, Node host, Node route) {
        return new Rule(item.place(route), route.get("name").text(), Order.FIRST_MATCH, List.of(EnvoyMatches.read(item, route)),
                backends(item, route.get("route")), retries(item, retryPolicy(host, route)));
    }

    static void note(Uses uses, Node host, Node route) {
        Node policy = retryPolicy(host, route);
        if (attempts(policy) > 0) {
            uses.add("retries", policy, "retries on " + Envoy.field(policy, "retry_on").text());
        }
        Node timeout = route.at("route", "timeout");
        if (Nodes.filled(timeout) && !timeout.text().equals("0s")) {
            uses.add("timeouts", timeout, "limits the time of a request to " + timeout.text());
        }
        Node mirrors = Envoy.field(route.get("route"), "request_mirror_policies");
        if (Nodes.filled(mirrors)) {
            uses.add("mirroring", mirrors, "mirrors requests");
        }
    }

    /** The policy of the route, else that of its virtual host. */
    private static Node retryPolicy(Node host, Node route) {
        Node own = Envoy.field(route.get("route"), "retry_policy");
        return Nodes.filled(own) ? own : Envoy.field(host, "retry_policy");
    }

    private static Retries retries(Item item, Node policy) {
        return Nodes.filled(policy) ? new Retries(true, attempts(policy), Envoy.field(policy, "retry_on").text(), item.place(policy))
                : Retries.NONE;
    }

    /** Envoy retries once where no number is given, and not at all where no condition is. */
    private static int attempts(Node policy) {
        return Nodes.filled(Envoy.field(policy, "retry_on")) ? Item.number(Envoy.field(policy, "num_retries")).orElse(1) : 0;
    }

    private static List<Backend> backends(Item item, Node action) {
        Node single = action.get("cluster");
        if (Nodes.filled(single)) {
            return List.of(backend(item, single, single));
        }
        return Envoy.field(action, "weighted_clusters").get("clusters").items().stream()
                .map(cluster -> backend(item, cluster.get("name"), cluster)).toList();
    }

    /** Cilium names a cluster after its Service: {@code namespace/name} or {@code namespace/name:port}. */
    private static Backend backend(Item item, Node name, Node cluster) {
        String written = name.text();
        int slash = written.indexOf('/');
        int colon = written.indexOf(':', slash + 1);
        String namespace = slash < 0 ? "" : written.substring(0, slash);
        String service = written.substring(slash + 1, colon < 0 ? written.length() : colon);
        Node weight = cluster.get("weight");
        boolean weighted = Item.number(weight).isPresent();
        return new Backend(new Text(service, item.place(name)), namespace, "", Item.number(weight).orElse(0),
                weighted ? Weighting.RELATIVE : Weighting.NONE, item.place(weighted ? weight : cluster));
    }
}
