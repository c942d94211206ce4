package meshadvisor.lab.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.bench.Order.Target;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Variant;
import meshadvisor.cluster.ClusterLook;
import meshadvisor.cluster.ClusterLook.Looked;
import meshadvisor.model.Gap;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Looks at a Service that is to be loaded and is not the run's own: whether it may be meant, and what it is. Changes nothing. */
public final class TargetReading {

    private static final String WEB = "TCP";

    private TargetReading() {}

    /**
     * The scene with what is known of a target: what speaks against loading it, and in the fingerprint what it is.
     *
     * @param variants of the catalogue, by whose proxies the target's pods are known to be in a mesh
     */
    public static Scene with(ClusterLook look, Scene scene, Target target, List<Variant> variants) {
        Looked found = look.get("v1/services", target.namespace(), target.service());
        Looked all = look.list("v1/pods");
        List<Gap> gaps = new ArrayList<>(scene.gaps());
        gaps.addAll(found.gaps());
        gaps.addAll(all.gaps());
        List<Node> pods = found.objects().stream().flatMap(service -> pods(service, all.objects(), target)).toList();
        List<String> refused = new ArrayList<>(scene.refused());
        refused.addAll(found.objects().isEmpty()
                ? List.of(target.name() + " of --target is no Service of this cluster, or it may not be read; other hosts are never loaded")
                : against(found.objects().getFirst(), pods, target));
        Map<String, String> fingerprint = new LinkedHashMap<>(scene.fingerprint());
        fingerprint.put("target", target.method() + " " + target.url());
        fingerprint.put("target-pods", pods.size() + " ready");
        fingerprint.put("target-mesh", mesh(pods, variants));
        return new Scene(scene.context(), scene.server(), scene.nodes(), scene.presences(), scene.signsOfProduction(), fingerprint,
                List.copyOf(refused), scene.troubles(), gaps.stream().sorted().distinct().toList());
    }

    /** Ready pods of its selector. */
    private static Stream<Node> pods(Node service, List<Node> pods, Target target) {
        Map<String, String> selector = service.at("spec", "selector") instanceof Mapping labels ? labels.entries().stream()
                .collect(Collectors.toMap(entry -> entry.key().text(), entry -> entry.value().text())) : Map.of();
        return selector.isEmpty() ? Stream.of()
                : pods.stream().filter(pod -> Found.namespace(pod).equals(target.namespace())).filter(pod -> ready(pod))
                        .filter(pod -> selector.entrySet().stream()
                                .allMatch(label -> Found.label(pod, label.getKey()).equals(label.getValue())));
    }

    private static boolean ready(Node pod) {
        return pod.at("status", "conditions").items().stream().anyMatch(
                condition -> condition.get("type").text().equals("Ready") && condition.get("status").text().equals("True"));
    }

    /** Whole sentences. A Service without a selector can lead out of the cluster. */
    private static List<String> against(Node service, List<Node> pods, Target target) {
        List<String> against = new ArrayList<>();
        Node spec = service.get("spec");
        if (spec.get("type").text().equals("ExternalName") || !spec.get("selector").present()) {
            against.add(
                    target.name() + " of --target leads to hosts that may lie outside of the cluster (ExternalName, or no selector), and"
                            + " only pods of this cluster are loaded");
        } else if (pods.isEmpty()) {
            against.add(target.name() + " of --target has no pod that is ready");
        }
        if (spec.get("clusterIP").text().equals("None")) {
            against.add(target.name() + " of --target is headless: all load would go to one of its pods; name a Service with an address");
        }
        List<Node> ports = spec.get("ports").items();
        if (ports.stream().noneMatch(port -> port.get("port").text().equals(Integer.toString(target.port())) && tcp(port))) {
            against.add(String.format(Locale.ROOT, "%s of --target has no TCP port %d; it has %s", target.name(), target.port(),
                    ports.stream().filter(TargetReading::tcp).map(port -> port.get("port").text()).collect(Collectors.joining(", "))));
        }
        return against;
    }

    private static boolean tcp(Node port) {
        return port.get("protocol").text().isEmpty() || port.get("protocol").text().equals(WEB);
    }

    /** Such as {@code istio-sidecar}, or {@code none that is known}. */
    private static String mesh(List<Node> pods, List<Variant> variants) {
        TreeSet<String> meshes = new TreeSet<>();
        variants.stream().filter(variant -> pods.stream().anyMatch(pod -> enrolled(pod, variant.enrol()))).map(Variant::id)
                .forEach(meshes::add);
        return meshes.isEmpty() ? "none that is known" : String.join(", ", meshes);
    }

    private static boolean enrolled(Node pod, Variant.Enrol enrol) {
        int equals = enrol.annotation().indexOf('=');
        return !enrol.container().isEmpty() && Stream.of("initContainers", "containers")
                .flatMap(list -> pod.at("spec", list).items().stream())
                .anyMatch(container -> container.get("name").text().equals(enrol.container()))
                || equals > 0 && pod.at("metadata", "annotations", enrol.annotation().substring(0, equals)).text()
                        .equals(enrol.annotation().substring(equals + 1));
    }
}
