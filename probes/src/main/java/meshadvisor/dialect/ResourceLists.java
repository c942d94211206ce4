package meshadvisor.dialect;

import meshadvisor.model.Amount;
import meshadvisor.model.Quantity;
import meshadvisor.model.Resources;
import meshadvisor.tree.Node;

/** Reads lists of resources: requests, limits, capacity, usage. */
public final class ResourceLists {

    private ResourceLists() {}

    /** The amounts under {@code cpu} and {@code memory}. */
    public static Resources read(Node list) {
        return Quantity.resources(list.get("cpu").text(), list.get("memory").text());
    }

    /** What a container of a manifest requests: where it states a limit and no request, the limit, as the API server does. */
    public static Resources requests(Node resources) {
        Resources requests = read(resources.get("requests"));
        Resources limits = read(resources.get("limits"));
        Amount cpu = requests.cpuMillis().stated() ? requests.cpuMillis() : limits.cpuMillis();
        Amount memory = requests.memoryBytes().stated() ? requests.memoryBytes() : limits.memoryBytes();
        return cpu.stated() || memory.stated() ? new Resources(cpu, memory) : Resources.UNSTATED;
    }
}
