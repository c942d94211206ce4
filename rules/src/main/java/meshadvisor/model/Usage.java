package meshadvisor.model;

import java.util.List;

/** What pods and nodes use, as the metrics API tells it. */
public record Usage(List<OfContainer> containers, List<OfNode> nodes) {

    /** Nothing was read. */
    public static final Usage NONE = new Usage(List.of(), List.of());

    /**
     * When it was measured.
     *
     * @param window over which, such as {@code 15s}
     * @param end RFC 3339
     */
    public record Window(String window, String end) {}

    /** One container of a pod. */
    public record OfContainer(ObjectKey pod, String container, Resources used, Window window) {}

    /** One node. */
    public record OfNode(String node, Resources used, Window window) {}

    public Usage {
        containers = List.copyOf(containers);
        nodes = List.copyOf(nodes);
    }
}
