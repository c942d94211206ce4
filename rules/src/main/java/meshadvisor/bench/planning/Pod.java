package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order;

/**
 * A Job of pods that run the load generator: without any right, without a file system to write to, and with an end.
 *
 * @param name of the Job
 * @param labels of the Job and its pods
 * @param node on which they stand
 * @param size of each
 * @param arguments of the load generator
 * @param traits what differs from the usual pod
 * @param lifeSeconds after which they end, whatever they do
 */
record Pod(String name, String namespace, Map<String, String> labels, String node, Size size, List<String> arguments, Traits traits,
        int lifeSeconds) {

    /** Runs as nobody in particular; the number is that of images without a root. */
    private static final int USER = 65_532;

    /**
     * How much a pod gets.
     *
     * @param requestMillis requested CPU; the limit of measured pods is the same unless the user says otherwise, so that nobody else's
     *         idleness makes a result better
     */
    record Size(int requestMillis, int limitMillis, int memoryMebibytes) {

        /** As the user wants them. */
        static Size measured(Order.Pods pods) {
            return new Size(pods.cpu(), pods.cpuLimit(), pods.memoryMebibytes());
        }

        /** Does next to nothing once it has started. */
        static Size small(Order.Pods pods) {
            return new Size(Math.min(20, pods.cpu()), pods.cpuLimit(), Math.min(128, pods.memoryMebibytes()));
        }
    }

    /**
     * What differs.
     *
     * @param annotations of the pods
     * @param count of pods
     * @param stays for how long
     * @param serviceAccount whose token it gets; empty for none
     * @param secret mounted at /keys; empty for none
     */
    record Traits(Map<String, String> annotations, int count, Stays stays, String serviceAccount, String secret) {

        static final Traits USUAL = new Traits(Map.of(), 1, Stays.ONCE, "", "");
    }

    /** For how long a pod is there. */
    enum Stays {
        /** It does something once; if it fails, that is the result. */
        ONCE(0),
        /** It serves at port 8080 until somebody ends it. */
        SERVING(6),
        /**
         * Until its work is done, whatever happens to its container, its pod or its node: a container that ends is started anew, and a pod
         * that is evicted or deleted is made anew, on another node if that one is gone (kubernetes.io: workloads/controllers/job, "Pod backoff
         * failure policy" and "Handling Pod and container failures").
         */
        FOR_GOOD(1_000);

        private final int failures;

        Stays(int failures) {
            this.failures = failures;
        }
    }

    /** The Job. */
    Manifest job(Setting setting) {
        Map<String, Object> spec = Tree.of("backoffLimit", traits.stays.failures, "activeDeadlineSeconds", lifeSeconds,
                "completionMode", "Indexed", "completions", traits.count, "parallelism", traits.count, "template",
                Tree.of("metadata", Tree.of("labels", labels, "annotations", traits.annotations), "spec", pod(setting)));
        return new Manifest(Tree.of("apiVersion", "batch/v1", "kind", "Job", "metadata",
                Tree.of("name", name, "namespace", namespace, "labels", labels), "spec", spec));
    }

    private Map<String, Object> pod(Setting setting) {
        Map<String, Object> pod =
                Tree.of("restartPolicy", traits.stays == Stays.ONCE ? "Never" : "OnFailure", "automountServiceAccountToken",
                        !traits.serviceAccount.isEmpty());
        if (!traits.serviceAccount.isEmpty()) {
            pod.put("serviceAccountName", traits.serviceAccount);
        }
        pod.put("enableServiceLinks", false);
        pod.put("terminationGracePeriodSeconds", 5);
        pod.put("affinity", Tree.of("nodeAffinity", placed()));
        pod.put("securityContext", Tree.of("runAsNonRoot", true, "runAsUser", USER, "runAsGroup", USER, "seccompProfile",
                Tree.of("type", "RuntimeDefault")));
        pod.put("containers", List.of(container(setting)));
        pod.put("volumes", volumes(setting));
        return pod;
    }

    /** On its node; what stays for good goes elsewhere where it has to. */
    private Map<String, Object> placed() {
        Map<String, Object> there =
                Tree.of("matchFields", List.of(Tree.of("key", "metadata.name", "operator", "In", "values", List.of(node))));
        return traits.stays == Stays.FOR_GOOD
                ? Tree.of("preferredDuringSchedulingIgnoredDuringExecution", List.of(Tree.of("weight", 100, "preference", there)))
                : Tree.of("requiredDuringSchedulingIgnoredDuringExecution", Tree.of("nodeSelectorTerms", List.of(there)));
    }

    private Map<String, Object> container(Setting setting) {
        Map<String, Object> container = Tree.of("name", "load-generator", "image", setting.pods().image(), "imagePullPolicy",
                "IfNotPresent", "command",
                List.of("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:AutoBoxCacheMax=4096", "-Xmx64m",
                        "-jar", "/program/load-generator.jar"),
                "args", arguments, "resources",
                Tree.of("requests", resources(size.requestMillis), "limits", resources(size.limitMillis)), "securityContext",
                Tree.of("allowPrivilegeEscalation", false, "readOnlyRootFilesystem", true, "capabilities",
                        Tree.of("drop", List.of("ALL"))));
        if (traits.stays == Stays.SERVING) {
            container.put("ports", List.of(Tree.of("containerPort", 8080)));
            container.put("readinessProbe", Tree.of("tcpSocket", Tree.of("port", 8080), "periodSeconds", 2));
        }
        container.put("volumeMounts", mounts(setting));
        return container;
    }

    private Map<String, Object> resources(int millis) {
        return Tree.of("cpu", millis + "m", "memory", size.memoryMebibytes + "Mi");
    }

    private List<Object> volumes(Setting setting) {
        List<Object> volumes = new ArrayList<>(List.of(Tree.of("name", "tmp", "emptyDir", Tree.of("sizeLimit", "64Mi"))));
        if (delivered(setting)) {
            volumes.add(Tree.of("name", "program", "projected", Tree.of("sources", IntStream.rangeClosed(1, setting.program().size())
                    .mapToObj(n -> Tree.of("configMap", Tree.of("name", "program-" + n))).toList())));
        }
        if (!traits.secret.isEmpty()) {
            volumes.add(Tree.of("name", "keys", "secret", Tree.of("secretName", traits.secret)));
        }
        return volumes;
    }

    private List<Object> mounts(Setting setting) {
        Stream<Map<String, Object>> program =
                delivered(setting) ? Stream.of(Tree.of("name", "program", "mountPath", "/program", "readOnly", true)) : Stream.of();
        Stream<Map<String, Object>> keys =
                traits.secret.isEmpty() ? Stream.of() : Stream.of(Tree.of("name", "keys", "mountPath", "/keys", "readOnly", true));
        return Stream.of(Stream.of(Tree.of("name", "tmp", "mountPath", "/tmp")), program, keys).<Object>flatMap(each -> each).toList();
    }

    private static boolean delivered(Setting setting) {
        return setting.pods().program() == Order.Program.CONFIG_MAPS;
    }
}
