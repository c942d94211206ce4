package meshadvisor.simulate.run;

import java.util.List;

/**
 * How a surge went.
 *
 * @param firstLoss minute after the beginning at which a node first lost a pod to its own lack of memory; infinite for never
 * @param pods before the surge
 * @param added nodes that had to be added for what pods request
 * @param lost share of the requests of the whole time that failed
 * @param worstP99 of any minute, over all services, in ms
 * @param highestProxy memory that any proxy in a pod reached, in MiB
 * @param fullest share of its memory that any node used
 * @param minutes one after the other
 */
public record Course(double firstLoss, int pods, int nodes, int added, double lost, double worstP99, double highestProxy, double fullest,
        List<Minute> minutes) {

    /**
     * What happened in one minute.
     *
     * @param evicted pods that kubelets took away
     * @param killed containers that kernels killed on full nodes
     * @param limited containers that were killed at their own limits
     * @param hit nodes that lost a pod for the first time
     * @param pushes waves of configuration
     * @param pushed proxies that they were for
     * @param failed share of the requests
     * @param p99 in ms
     */
    public record Minute(int evicted, int killed, int limited, int hit, int pushes, int pushed, double failed, double p99) {

        /** Pods that a node lost to its lack of memory. */
        public int losses() {
            return evicted + killed;
        }
    }

    /** Minutes in which a cascade follows or does not. */
    static final int FOLLOWS = 20;

    /** Nodes that have to be hit, if there are as many. */
    private static final int NODES = 3;

    /** Share of all pods that has to be lost. */
    private static final double PODS = 0.02;

    /** Share of the requests above which a minute is a bad one. */
    private static final double BAD = 0.01;

    public Course {
        minutes = List.copyOf(minutes);
    }

    /** Whether a node ran out of memory. */
    public boolean out() {
        return firstLoss < Double.POSITIVE_INFINITY;
    }

    /** Whether, within 20 minutes of the first loss, three nodes (or all, if fewer) lost pods, and one pod of fifty was lost. */
    public boolean cascade() {
        if (!out()) {
            return false;
        }
        List<Minute> after = minutes.subList((int) firstLoss, Math.min(minutes.size(), (int) firstLoss + FOLLOWS + 1));
        return follows(after.stream().mapToInt(Minute::hit).sum(), after.stream().mapToInt(Minute::losses).sum(), pods, nodes);
    }

    /** Whether so many nodes that were hit and pods that were lost are a cascade. */
    static boolean follows(int hit, int losses, int pods, int nodes) {
        return hit >= Math.min(NODES, nodes) && losses >= Math.max(2, PODS * pods);
    }

    /** Whether a node ran out of memory between two minutes and the cascade followed. */
    public boolean cascadeFrom(double from, double to) {
        return from <= firstLoss && firstLoss <= to && cascade();
    }

    /** Pods that nodes lost to their lack of memory. */
    public int losses() {
        return minutes.stream().mapToInt(Minute::losses).sum();
    }

    /** Containers that were killed at their own limits. */
    public int limited() {
        return minutes.stream().mapToInt(Minute::limited).sum();
    }

    /** Waves of configuration. */
    public int pushes() {
        return minutes.stream().mapToInt(Minute::pushes).sum();
    }

    /** Nodes that lost a pod. */
    public int hit() {
        return minutes.stream().mapToInt(Minute::hit).sum();
    }

    /** Minutes in which more than one request of a hundred failed. */
    public int badMinutes() {
        return (int) minutes.stream().filter(minute -> minute.failed > BAD).count();
    }
}
