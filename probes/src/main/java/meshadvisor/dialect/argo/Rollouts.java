package meshadvisor.dialect.argo;

import java.util.Set;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.References;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Delivery;
import meshadvisor.model.Reference.Kind;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Reads what a Rollout does besides running pods. */
final class Rollouts {

    private static final String ID = "argo-rollouts";

    /** Keys under {@code trafficRouting} that name no router. */
    private static final Set<String> NO_ROUTERS = Set.of("managedRoutes", "maxTrafficWeight");
    private static final Set<String> EDGE_ROUTERS = Set.of("nginx", "alb", "ambassador", "apisix", "traefik");
    private static final Set<String> INTERNAL_ROUTERS = Set.of("smi", "appMesh");

    private Rollouts() {}

    static void read(Item item, Facts facts) {
        Node canary = item.spec().at("strategy", "canary");
        Text router = router(item, canary.get("trafficRouting"));
        References references = new References(item, facts);
        delivery(item, facts, references, new Delivery.Steering(router, judged(item.spec().get("strategy"))));
        references.add(Kind.SERVICE, canary.get("canaryService"));
        references.add(Kind.SERVICE, canary.get("stableService"));
        Node blueGreen = item.spec().at("strategy", "blueGreen");
        references.add(Kind.SERVICE, blueGreen.get("activeService"));
        references.add(Kind.SERVICE, blueGreen.get("previewService"));

        Uses uses = new Uses(item, facts, ID, hop(router.value()));
        for (Node step : canary.get("steps").items()) {
            note(uses, step);
        }
    }

    /** The Rollout runs the pods itself unless it refers to a workload. */
    private static void delivery(Item item, Facts facts, References references, Delivery.Steering steering) {
        Node workload = item.spec().get("workloadRef");
        if (Nodes.filled(workload)) {
            String kind = workload.get("kind").text();
            references.add(Kind.WORKLOAD, "", workload.get("name"), kind);
            facts.deliveries.add(new Delivery(item.meta(), ID, kind, workload.get("name").text(), steering));
        } else {
            facts.deliveries.add(new Delivery(item.meta(), ID, item.kind(), item.meta().name(), steering));
        }
    }

    /** By an analysis in the background or of a step, or before or after everything is switched over. */
    private static boolean judged(Node strategy) {
        Node canary = strategy.get("canary");
        return Nodes.filled(canary.get("analysis"))
                || canary.get("steps").items().stream().anyMatch(s -> Nodes.filled(Nodes.either(s, "analysis", "experiment")))
                || Nodes.filled(Nodes.either(strategy.get("blueGreen"), "prePromotionAnalysis", "postPromotionAnalysis"));
    }

    private static void note(Uses uses, Node step) {
        Node weight = step.get("setWeight");
        if (Nodes.filled(weight)) {
            uses.add("split-weight", weight, "shifts requests to the new version by weight");
        }
        Node header = step.get("setHeaderRoute");
        if (Nodes.filled(header)) {
            uses.add("split-header", header, "sends requests with certain headers to the new version");
        }
        Node mirror = step.get("setMirrorRoute");
        if (Nodes.filled(mirror)) {
            uses.add("mirroring", mirror, "mirrors requests to the new version");
        }
    }

    private static Text router(Item item, Node routing) {
        if (!(routing instanceof Mapping mapping)) {
            return Text.NONE;
        }
        return mapping.entries().stream().map(Entry::key).filter(key -> !NO_ROUTERS.contains(key.text())).findFirst().map(item::text)
                .orElse(Text.NONE);
    }

    /** Istio and the Gateway API route at both hops, and without a router the callers are not known. */
    private static Hop hop(String router) {
        if (EDGE_ROUTERS.contains(router)) {
            return Hop.EDGE;
        }
        return INTERNAL_ROUTERS.contains(router) ? Hop.INTERNAL : Hop.UNKNOWN;
    }
}
