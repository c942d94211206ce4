package meshadvisor.dialect.flagger;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.References;
import meshadvisor.dialect.Uses;
import meshadvisor.dialect.istio.HttpFeatures;
import meshadvisor.dialect.istio.HttpMatches;
import meshadvisor.dialect.istio.TrafficPolicies;
import meshadvisor.model.Delivery;
import meshadvisor.model.Delivery.Steering;
import meshadvisor.model.Provision;
import meshadvisor.model.Reference.Kind;
import meshadvisor.model.Route;
import meshadvisor.model.Route.Order;
import meshadvisor.model.Route.Retries;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads Canaries. Their {@code service} has the fields of Istio's routes, whatever router is used. */
final class Canaries {

    /** Provides what a traffic policy asks for: no other router of Flagger knows the field. */
    private static final String ISTIO = "istio";

    /** Behind the name of the target and of its Service: the copy of the target that Flagger makes and that answers while nothing is new. */
    private static final String PRIMARY = "-primary";

    private Canaries() {}

    static void read(Item item, Facts facts) {
        Node target = item.spec().get("targetRef");
        String kind = target.get("kind").text();
        Node analysis = Nodes.either(item.spec(), "analysis", "canaryAnalysis");
        boolean judged = Nodes.filled(Nodes.either(analysis, "metrics", "webhooks"));
        facts.deliveries.add(new Delivery(item.meta(), FlaggerDialect.ID, kind, target.get("name").text(),
                new Steering(item.text(item.spec().get("provider")), judged)));
        if (!target.get("name").text().isEmpty()) {
            facts.deliveries
                    .add(new Delivery(item.meta(), FlaggerDialect.ID, kind, target.get("name").text() + PRIMARY,
                            new Steering(Text.NONE, judged)));
        }
        References references = new References(item, facts);
        references.add(Kind.WORKLOAD, "", target.get("name"), kind);
        service(item).get("gateways").items().forEach(references::gateway);
        service(item).get("gatewayRefs").items().stream().filter(ref -> !isService(ref))
                .forEach(ref -> references.add(Kind.PARENT, ref.get("namespace").text(), ref.get("name"), ref.get("sectionName").text()));

        services(item, facts);
        retries(item, facts);
        Uses uses = new Uses(item, facts, FlaggerDialect.ID, hop(item));
        noteAnalysis(uses, analysis);
        HttpFeatures.note(uses, service(item));
        TrafficPolicies.note(new Uses(item, facts, ISTIO, Hop.INTERNAL), service(item).get("trafficPolicy"));
    }

    private static Node service(Item item) {
        return item.spec().get("service");
    }

    private static void noteAnalysis(Uses uses, Node analysis) {
        for (Node match : analysis.get("match").items()) {
            Node headers = match.get("headers");
            if (Nodes.filled(headers)) {
                uses.add("split-header", headers, "sends requests with certain headers to the new version");
            }
        }
        Node weight = Nodes.either(analysis, "stepWeight", "stepWeights", "maxWeight");
        if (Nodes.filled(weight)) {
            uses.add("split-weight", weight, "shifts requests to the new version by weight");
        }
        Node mirror = analysis.get("mirror");
        if (Nodes.isTrue(mirror)) {
            uses.add("mirroring", mirror, "mirrors requests to the new version");
        }
    }

    /** At the edge where a gateway, an Ingress or a route is named; {@code mesh} and parents of kind Service are internal. */
    private static Hop hop(Item item) {
        List<Node> gateways = service(item).get("gateways").items();
        List<Node> parents = service(item).get("gatewayRefs").items();
        boolean internal = gateways.stream().anyMatch(g -> g.text().equals("mesh")) || parents.stream().anyMatch(Canaries::isService);
        boolean edge = !gateways.isEmpty() || !parents.isEmpty() || Nodes.filled(Nodes.either(item.spec(), "ingressRef", "routeRef"));
        return edge && !internal ? Hop.EDGE : Hop.INTERNAL;
    }

    private static boolean isService(Node ref) {
        return ref.get("kind").text().equals("Service");
    }

    /** Flagger makes these Services itself. */
    private static void services(Item item, Facts facts) {
        String name = name(item).value();
        if (!name.isEmpty()) {
            Stream.of(name, name + PRIMARY, name + "-canary")
                    .forEach(made -> facts.provisions.add(new Provision(item.meta(), Kind.SERVICE, made, List.of(), Map.of())));
        }
    }

    private static Text name(Item item) {
        Text own = item.text(service(item).get("name"));
        return own.given() ? own : item.text(item.spec().at("targetRef", "name"));
    }

    /** Retries are told as a route without backends: which version answers is not fixed. */
    private static void retries(Item item, Facts facts) {
        Retries retries = HttpFeatures.retries(item, service(item).get("retries"));
        if (retries.configured()) {
            Rule rule =
                    new Rule(item.place(service(item)), "", Order.FIRST_MATCH, HttpMatches.read(item, service(item)), List.of(), retries);
            facts.routes
                    .add(new Route(item.meta(), FlaggerDialect.ID, hop(item), item.list(service(item).get("hosts")), List.of(name(item)),
                            List.of(rule)));
        }
    }
}
