package meshadvisor.dialect.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.linkerd.LinkerdAnnotations;
import meshadvisor.dialect.running.BoundsReading;
import meshadvisor.dialect.running.Passing;
import meshadvisor.model.Provision;
import meshadvisor.model.Reference;
import meshadvisor.model.Segmentation;
import meshadvisor.model.Use;
import meshadvisor.tree.Node;

/** Kubernetes' own kinds, and custom kinds that an operator turns into pods. */
public final class KubernetesDialect implements Dialect {

    private static final Set<String> GROUPS =
            Set.of("", "apps", "batch", "extensions", "networking.k8s.io", "argoproj.io", "apps.openshift.io",
                    "serving.knative.dev", "monitoring.coreos.com", "opentelemetry.io");

    @Override
    public boolean reads(String group) {
        return GROUPS.contains(group);
    }

    @Override
    public void read(Item item, Facts facts) {
        switch (item.meta().key().group() + "/" + item.kind()) {
            case "apps/Deployment", "apps/StatefulSet", "apps/DaemonSet", "apps/ReplicaSet", "extensions/Deployment",
                    "extensions/DaemonSet",
                    "extensions/ReplicaSet", "/ReplicationController", "batch/Job", "argoproj.io/Rollout",
                    "apps.openshift.io/DeploymentConfig",
                    "serving.knative.dev/Service" ->
                    Pods.workload(item, item.spec().get("template"), facts);
            case "batch/CronJob" -> Pods.workload(item, item.spec().at("jobTemplate", "spec", "template"), facts);
            case "/Pod" -> Pods.pod(item, facts);
            case "/Service" -> service(item, facts);
            case "/Namespace" -> facts.namespaces.add(item.meta());
            case "/ConfigMap" -> facts.configMaps.add(new Facts.ConfigMap(item.meta(), item.texts(item.root().get("data"))));
            case "/LimitRange" -> facts.limitRanges.add(BoundsReading.limitRange(item));
            case "networking.k8s.io/NetworkPolicy" -> networkPolicy(item, facts);
            case "monitoring.coreos.com/ServiceMonitor", "monitoring.coreos.com/PodMonitor" -> monitor(item, facts);
            case "opentelemetry.io/Instrumentation", "opentelemetry.io/OpenTelemetryCollector" -> monitor(item, facts);
            default -> {
                // every other kind is counted by its definition only
            }
        }
    }

    /** Everybody may call the API server, and it is nobody's service. */
    private static void service(Item item, Facts facts) {
        if (Passing.isApiServer(item)) {
            facts.provisions.add(new Provision(item.meta(), Reference.Kind.SERVICE, item.meta().name(), List.of(), Map.of()));
            return;
        }
        facts.services.add(Services.read(item));
        LinkerdAnnotations.read(item, facts);
    }

    private static void networkPolicy(Item item, Facts facts) {
        Node selector = item.spec().get("podSelector");
        facts.segmentations.add(new Segmentation(item.meta(), "kubernetes", item.strings(selector.get("matchLabels")),
                selector.get("matchExpressions").items().isEmpty()));
        facts.uses.add(new Use("segmentation", "kubernetes", Use.Hop.INTERNAL, item.meta(),
                item.evidence(item.root(), "NetworkPolicy " + item.meta().name() + " restricts who may talk to whom")));
    }

    private static void monitor(Item item, Facts facts) {
        facts.uses.add(new Use("telemetry-collection", "observability", Use.Hop.UNKNOWN, item.meta(),
                item.evidence(item.root(), item.kind() + " " + item.meta().name() + " collects telemetry")));
    }
}
