package meshadvisor.model;

import java.util.List;

/**
 * Where a Service leads to, as one EndpointSlice tells it.
 *
 * @param service name of the Service, in the namespace of the slice
 * @param ready number of endpoints that take requests
 * @param zones of the endpoints, each once
 * @param nodes of the endpoints, each once
 */
public record ServiceEndpoints(ObjectKey slice, String service, int ready, int notReady, List<String> zones, List<String> nodes) {
    public ServiceEndpoints {
        zones = List.copyOf(zones);
        nodes = List.copyOf(nodes);
    }
}
