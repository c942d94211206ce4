package meshadvisor.lab.scene;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Caution;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Variant;
import meshadvisor.bench.Variant.Sign;
import meshadvisor.bench.Variants;
import meshadvisor.catalog.Catalogue;
import meshadvisor.cluster.ClusterLook;
import meshadvisor.cluster.ClusterLook.Looked;
import meshadvisor.model.Gap;
import meshadvisor.tree.Node;

/** Reads a running cluster as far as a benchmark depends on it. Changes nothing. */
public final class SceneReading {

    private static final String SLICES = "discovery.k8s.io/v1/endpointslices";
    static final List<String> ALWAYS = List.of("v1/nodes", "v1/pods", "v1/namespaces", "v1/services", "apps/v1/deployments",
            "apps/v1/statefulsets", "apps/v1/daemonsets", "policy/v1/poddisruptionbudgets", SLICES,
            "admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
            "admissionregistration.k8s.io/v1/mutatingwebhookconfigurations");
    private static final List<String> CONFIGS = List.of("kube-proxy", "cilium-config");

    private final ClusterLook look;
    private final List<Gap> gaps = new ArrayList<>();

    private SceneReading(ClusterLook look) {
        this.look = look;
    }

    /**
     * The scene of a benchmark.
     *
     * @param now by which the age of the cluster is told
     * @throws meshadvisor.cluster.ClusterUnavailable if nothing can be seen
     */
    public static Scene of(ClusterLook look, Catalogue catalogue, Instant now) {
        return new SceneReading(look).scene(catalogue, Variants.of(catalogue.library()), now);
    }

    /**
     * The proofs of a variant that stand in fields of objects, as they are now.
     *
     * @throws meshadvisor.cluster.ClusterUnavailable if nothing can be seen
     */
    public static List<Proved> proved(ClusterLook look, Variant variant) {
        List<Sign> signs = variant.prove().stream()
                .flatMap(proof -> proof instanceof Proof.Field field ? Stream.of(field.object()) : Stream.of()).toList();
        SceneReading reading = new SceneReading(look);
        Found found = reading.with(new Found("", Map.of(), Map.of()), signs);
        return Presences.proved(variant, found, reading.gaps);
    }

    private Scene scene(Catalogue catalogue, List<Variant> variants, Instant now) {
        Found common = found(new LinkedHashSet<>(ALWAYS), CONFIGS);
        Found found = with(common, variants.stream().filter(variant -> possible(variant, common)).flatMap(SceneReading::signs).toList());
        Map<String, Scene.Presence> presences = Presences.of(variants, found, gaps);
        Map<String, String> fingerprint = Fingerprint.of(found, catalogue.networks(), presences, gaps);
        Set<String> notTheirs = new HashSet<>(catalogue.platformNamespaces());
        variants.forEach(v -> Stream.concat(v.bill().controlPlane().stream(), v.bill().nodeAgents().stream())
                .forEach(pods -> notTheirs.add(pods.namespace())));
        List<String> production = new Production(found, gaps, notTheirs, now).signs(Caution.of(catalogue.library()),
                Stream.of(look.context(), look.server()));
        return new Scene(look.context(), look.server(), Room.nodes(found), presences, production, fingerprint, Refusals.of(found),
                Troubles.of(found), gaps.stream().sorted().distinct().toList());
    }

    private static Stream<Sign> signs(Variant variant) {
        return Stream.concat(variant.detect().signs().stream(), variant.detect().flavours().stream().map(Variant.Flavour::sign));
    }

    /** Whether nothing that was read already speaks against it; what only other meshes have need not be asked for. */
    private static boolean possible(Variant variant, Found found) {
        return variant.detect().signs().stream().filter(sign -> ALWAYS.contains(sign.resource()))
                .noneMatch(sign -> found.meant(sign).isEmpty());
    }

    private Found found(Set<String> kinds, List<String> configs) {
        Map<String, List<Node>> lists = new LinkedHashMap<>();
        kinds.forEach(kind -> lists.put(kind, seen(look.list(kind))));
        Map<String, List<Node>> single = new LinkedHashMap<>();
        configs.forEach(
                name -> single.put(Found.key("v1/configmaps", "kube-system", name), seen(look.get("v1/configmaps", "kube-system", name))));
        return new Found(look.version(), lists, single);
    }

    /** What signs ask for besides. */
    private Found with(Found found, List<Sign> signs) {
        Map<String, List<Node>> lists = new LinkedHashMap<>(found.lists());
        Map<String, List<Node>> single = new LinkedHashMap<>(found.single());
        for (Sign sign : signs) {
            if (Found.alone(sign)) {
                single.computeIfAbsent(Found.key(sign.resource(), sign.namespace(), sign.name()),
                        key -> seen(look.get(sign.resource(), sign.namespace(), sign.name())));
            } else {
                lists.computeIfAbsent(sign.resource(), kind -> seen(look.list(kind)));
            }
        }
        return new Found(found.version(), lists, single);
    }

    private List<Node> seen(Looked looked) {
        gaps.addAll(looked.gaps());
        return looked.objects();
    }
}
