package meshadvisor.dialect.running;

import java.util.List;
import java.util.Set;
import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.ResourceLists;
import meshadvisor.dialect.Seen;
import meshadvisor.model.CustomKind;
import meshadvisor.model.Live.Scope;
import meshadvisor.model.Live.Server;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Text;
import meshadvisor.model.Usage;
import meshadvisor.model.Webhook;
import meshadvisor.tree.Node;

/** What only a running cluster has, besides its pods: {@link meshadvisor.dialect.kubernetes.KubernetesDialect} reads those. */
public final class RunningDialect implements Dialect {

    /** Group of the object by which a reader tells which cluster it read: its name, version and scope. */
    public static final String CLUSTER_GROUP = "meshadvisor";

    private static final Set<String> GROUPS = Set.of("", CLUSTER_GROUP, "admissionregistration.k8s.io", "discovery.k8s.io", "policy",
            "autoscaling", "apiextensions.k8s.io", "metrics.k8s.io");

    @Override
    public boolean reads(String group) {
        return GROUPS.contains(group);
    }

    @Override
    public void read(Item item, Facts facts) {
        Seen seen = facts.live;
        switch (item.meta().key().group() + "/" + item.kind()) {
            case CLUSTER_GROUP + "/Cluster" -> seen.servers.add(server(item));
            case "/Node" -> seen.nodes.add(ClusterNodes.read(item, seen));
            case "/ResourceQuota" -> seen.quotas.add(BoundsReading.quota(item));
            case "policy/PodDisruptionBudget" -> seen.disruptionBudgets.add(BoundsReading.disruptionBudget(item));
            case "autoscaling/HorizontalPodAutoscaler" -> seen.autoscalers.add(BoundsReading.autoscaler(item));
            case "admissionregistration.k8s.io/MutatingWebhookConfiguration" -> Webhooks.read(item, Webhook.Type.MUTATING, seen);
            case "admissionregistration.k8s.io/ValidatingWebhookConfiguration" -> Webhooks.read(item, Webhook.Type.VALIDATING, seen);
            case "discovery.k8s.io/EndpointSlice" -> seen.endpoints.add(EndpointSlices.read(item, seen));
            case "apiextensions.k8s.io/CustomResourceDefinition" -> seen.customKinds.add(customKind(item));
            case "metrics.k8s.io/PodMetrics" -> podMetrics(item, seen);
            case "metrics.k8s.io/NodeMetrics" -> seen.nodeUsage
                    .add(new Usage.OfNode(item.meta().name(), ResourceLists.read(item.root().get("usage")), window(item, seen)));
            default -> {
                // everything else is no state
            }
        }
    }

    private static Server server(Item item) {
        Scope scope = switch (item.spec().get("scope").text()) {
            case "all" -> Scope.ALL;
            case "namespaces" -> Scope.NAMESPACES;
            default -> Scope.UNKNOWN;
        };
        return new Server(item.meta().name(), item.text(item.spec().get("serverVersion")), scope, item.spec().get("readAt").text(),
                item.list(item.spec().get("namespaces")).stream().map(Text::value).toList());
    }

    private static CustomKind customKind(Item item) {
        List<String> served = item.spec().get("versions").items().stream().filter(v -> !v.get("served").text().equals("false"))
                .map(v -> v.get("name").text()).filter(n -> !n.isEmpty()).toList();
        return new CustomKind(item.spec().get("group").text(), item.spec().at("names", "kind").text(), served,
                item.meta().annotation("gateway.networking.k8s.io/bundle-version").value(),
                item.meta().annotation("gateway.networking.k8s.io/channel").value(), item.meta().place());
    }

    private static void podMetrics(Item item, Seen seen) {
        Usage.Window window = window(item, seen);
        ObjectKey pod = new ObjectKey("", "Pod", item.meta().key().namespace(), item.meta().key().name());
        for (Node container : item.root().get("containers").items()) {
            seen.containerUsage.add(new Usage.OfContainer(pod, seen.one(container.get("name").text()),
                    ResourceLists.read(container.get("usage")), window));
        }
    }

    private static Usage.Window window(Item item, Seen seen) {
        return seen.one(new Usage.Window(item.root().get("window").text(), item.root().get("timestamp").text()));
    }
}
