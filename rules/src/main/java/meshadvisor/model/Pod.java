package meshadvisor.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A pod, or the pod template of a workload.
 *
 * @param hostNetwork {@code "true"} with its place, else {@link Text#NONE}
 */
public record Pod(Map<String, Text> labels, Map<String, Text> annotations, Text hostNetwork, List<Container> containers,
        String serviceAccount,
        Place place) {

    public Pod {
        labels = Copies.of(labels);
        annotations = Copies.of(annotations);
        containers = List.copyOf(containers);
    }

    /** The label of that name, else {@link Text#NONE}. */
    public Text label(String name) {
        return labels.getOrDefault(name, Text.NONE);
    }

    /** The annotation of that name, else {@link Text#NONE}. */
    public Text annotation(String name) {
        return annotations.getOrDefault(name, Text.NONE);
    }

    /** Containers that run as long as the pod does: regular ones and native sidecars. */
    public Stream<Container> longRunning() {
        return containers.stream().filter(c -> c.role() != Container.Role.INIT);
    }
}
