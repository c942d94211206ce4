package meshadvisor.cost.overhead;

import meshadvisor.cost.Amount;

/**
 * Something that a variant adds to a cluster.
 *
 * @param name the name of its container where it has one
 * @param where it stands
 * @param count how many there are; for {@link Where#POD} the pods that are meshed, for {@link Where#NODE} the nodes
 * @param requested of each, what the scheduler sets aside
 * @param limited of each; a part of it is infinite where there is no limit
 * @param usedCpu of all together in millicores, with the traffic that is expected
 * @param usedMemory of all together in MiB
 */
public record Part(String name, Where where, int count, Size requested, Size limited, Amount usedCpu, Amount usedMemory) {

    /** Where a part stands. */
    public enum Where {
        /** A container in every meshed pod. */
        POD,
        /** One on every node. */
        NODE,
        /** Pods of their own, such as waypoints, control planes and gateways. */
        OWN
    }

    /** CPU in millicores and memory in MiB. */
    public record Size(double cpu, double memory) {}
}
