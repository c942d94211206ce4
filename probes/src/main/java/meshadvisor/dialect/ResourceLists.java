package meshadvisor.dialect;

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
}
