package meshadvisor.model;

import java.util.List;
import java.util.Map;

/**
 * Something that references can point at and that is no Service and no workload.
 *
 * @param kind the kind of reference that it satisfies: HOST (a ServiceEntry), SUBSET (name is the host), GATEWAY, PARENT, WAYPOINT, SERVICE
 * @param details names of listeners, or of subsets
 * @param subsetLabels for SUBSET: the pod labels of each subset
 */
public record Provision(Meta from, Reference.Kind kind, String name, List<String> details, Map<String, Map<String, String>> subsetLabels) {

    public Provision {
        details = List.copyOf(details);
        subsetLabels = Copies.of(subsetLabels);
    }
}
