package meshadvisor.model;

import java.util.List;
import java.util.Map;

/**
 * A Kubernetes Service.
 *
 * @param selector empty for Services without selector
 * @param type such as {@code ClusterIP}; {@code ClusterIP} where none is given
 */
public record Service(Meta meta, Map<String, String> selector, String type, boolean headless, List<Port> ports) {

    /**
     * A port of a Service.
     *
     * @param number 0 where it is not a number
     * @param target number or name, empty where it is the same as the port
     * @param transport TCP, UDP or SCTP
     */
    public record Port(String name, int number, String target, String transport, String appProtocol, Place place) {}

    public Service {
        selector = Copies.of(selector);
        ports = List.copyOf(ports);
    }

    /** Whether every label of the selector is on the pod. False without selector. */
    public boolean selects(Pod pod) {
        return !selector.isEmpty() && selector.entrySet().stream().allMatch(e -> pod.label(e.getKey()).value().equals(e.getValue()));
    }
}
