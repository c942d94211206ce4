package meshadvisor.lab.run;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Variant;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.lab.keys.ThrowawayKeys;
import meshadvisor.lab.run.Stopped.Why;
import meshadvisor.tree.Node;

/** Knows what only the cluster can say, see {@link meshadvisor.bench.Step}, and makes the keys of a run. */
final class Filling {

    private static final int DAYS = 2;

    private final Site site;
    private final Map<String, Map<String, String>> keys = new HashMap<>();

    Filling(Site site) {
        this.site = site;
    }

    /**
     * A manifest without blanks.
     *
     * @param variant whose node agents are meant, if any are
     */
    Manifest filled(Manifest manifest, Optional<Variant> variant) throws ApiFailure, Stopped {
        return Blanks.filled(manifest, (kind, of) -> switch (kind) {
            case "uid" -> uid(of);
            case "podip" -> pod(manifest.namespace(), of).at("status", "podIP").text();
            case "podname" -> PodState.name(pod(manifest.namespace(), of));
            case "nodeagentip" -> nodeAgentIp(variant, of);
            case "deadline" -> deadline(manifest.namespace(), of);
            default -> made(manifest.namespace(), of);
        });
    }

    private String uid(String namespace) throws ApiFailure, Stopped {
        return metadata(namespace, "uid");
    }

    /** By the clock of the API server: that of this machine may be wrong. */
    private String deadline(String namespace, String seconds) throws ApiFailure, Stopped {
        return Instant.parse(metadata(namespace, "creationTimestamp")).plusSeconds(Long.parseLong(seconds)).toString();
    }

    private String metadata(String namespace, String field) throws ApiFailure, Stopped {
        return site.api().find("/api/v1/namespaces/" + namespace).map(object -> object.at("metadata", field).text())
                .orElseThrow(() -> new Stopped(Why.TROUBLE, "The namespace " + namespace + " is gone: somebody has deleted it."));
    }

    /** The first pod of a Job that has an address, or with {@code .1} the second. */
    private Node pod(String namespace, String of) throws ApiFailure, Stopped {
        int dot = of.indexOf('.');
        String job = dot < 0 ? of : of.substring(0, dot);
        String index = dot < 0 ? "0" : of.substring(dot + 1);
        return site.pods(namespace, job).stream().filter(pod -> !PodState.ended(pod))
                .filter(pod -> pod.at("metadata", "annotations", "batch.kubernetes.io/job-completion-index").text().equals(index))
                .filter(pod -> !pod.at("status", "podIP").text().isEmpty()).findFirst()
                .orElseThrow(() -> new Stopped(Why.TROUBLE,
                        "The pod " + index + " of " + job + " in " + namespace + " is gone or has no address."));
    }

    private String nodeAgentIp(Optional<Variant> variant, String node) throws ApiFailure, Stopped {
        List<Variant.Pods> agents = variant.map(each -> each.bill().nodeAgents()).orElse(List.of());
        for (Variant.Pods kind : agents) {
            for (Node pod : site.api().list("/api/v1/namespaces/" + kind.namespace() + "/pods", selector(kind.labels()))) {
                if (pod.at("spec", "nodeName").text().equals(node) && PodState.ready(pod)) {
                    return pod.at("status", "podIP").text();
                }
            }
        }
        throw new Stopped(Why.TROUBLE, "No agent of " + variant.map(Variant::name).orElse("the variant") + " is ready on the node " + node
                + "; the mesh is installed by half: look at its DaemonSet.");
    }

    /** A selector of all these labels. */
    static String selector(Map<String, String> labels) {
        return labels.entrySet().stream().map(label -> label.getKey() + "=" + label.getValue()).sorted()
                .reduce((a, b) -> a + "," + b).orElse("");
    }

    private String made(String namespace, String name) throws Stopped {
        if (!keys.containsKey(namespace)) {
            try {
                keys.put(namespace, ThrowawayKeys.made(List.of("*." + namespace + ".svc.cluster.local"), DAYS));
            } catch (IOException e) {
                throw new Stopped(Why.REFUSED, "No certificates can be made: " + e.getMessage()
                        + "; run with a Java that has keytool, or leave app-mtls out.");
            }
        }
        return keys.getOrDefault(namespace, Map.of()).getOrDefault(name, "");
    }
}
