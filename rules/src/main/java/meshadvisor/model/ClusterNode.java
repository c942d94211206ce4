package meshadvisor.model;

import java.util.List;
import java.util.Map;

/** A node of a running cluster. What it does not tell is empty text or an unstated amount. */
public record ClusterNode(ObjectKey key, Place place, Map<String, String> labels, Machine machine, Software software, Room capacity,
        Room allocatable, Condition condition) {

    /**
     * What it runs on.
     *
     * @param providerId such as {@code aws:///eu-west-1a/i-0123}
     * @param instanceType such as {@code m5.large}
     */
    public record Machine(String providerId, String instanceType, String region, String zone) {}

    /**
     * What runs on it.
     *
     * @param os {@code linux} or {@code windows}
     * @param architecture such as {@code amd64}
     * @param kubelet its version, such as {@code v1.33.1-eks-abc}
     * @param kernel its version, such as {@code 6.1.0-13-cloud-amd64}
     * @param runtime such as {@code containerd://2.1.0}
     */
    public record Software(String os, String architecture, String kubelet, String kernel, String runtime) {}

    /** How much fits. */
    public record Room(Resources resources, Amount pods) {}

    /** Whether pods can come. */
    public record Condition(boolean ready, boolean unschedulable, List<Taint> taints) {
        public Condition {
            taints = List.copyOf(taints);
        }
    }

    /** Keeps pods away that do not tolerate it. */
    public record Taint(String key, String value, String effect) {}

    public ClusterNode {
        labels = Copies.of(labels);
    }

    /** The name of the node. */
    public String name() {
        return key.name();
    }

    /** Whether a pod without tolerations would be placed here. */
    public boolean takesAnyPod() {
        return condition.ready && !condition.unschedulable
                && condition.taints.stream().noneMatch(t -> t.effect.equals("NoSchedule") || t.effect.equals("NoExecute"));
    }
}
