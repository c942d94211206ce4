package meshadvisor.model;

import java.util.List;
import java.util.Map;

/**
 * A pod of a running cluster, finished ones included.
 *
 * @param annotations without what tools keep there for themselves; long values are cut
 */
public record RunningPod(ObjectKey key, Place place, Map<String, String> labels, Map<String, String> annotations, Owner owner,
        Placement placement, Status status, List<RunningContainer> containers) {

    /**
     * Whose pod it is.
     *
     * @param controller the object that made it, {@link #NONE} for a bare pod
     * @param workload the workload of the snapshot that it belongs to, {@link #NONE} for a finished bare pod
     */
    public record Owner(ObjectKey controller, ObjectKey workload) {

        /** No object. */
        public static final ObjectKey NONE = new ObjectKey("", "", "", "");

        /** Nobody's. */
        public static final Owner NOBODY = new Owner(NONE, NONE);
    }

    /**
     * Where it runs.
     *
     * @param node empty while it is not placed
     */
    public record Placement(String node, boolean hostNetwork) {}

    /**
     * How it is.
     *
     * @param phase {@code Pending}, {@code Running}, {@code Succeeded}, {@code Failed} or {@code Unknown}
     * @param reason such as {@code Evicted}, empty if none is told
     * @param qos {@code Guaranteed}, {@code Burstable} or {@code BestEffort}
     * @param started when the kubelet took it, RFC 3339, empty if it has not
     * @param ending when it has to be gone, RFC 3339, empty unless it was told to end
     */
    public record Status(String phase, String reason, String qos, String started, String ending) {}

    public RunningPod {
        labels = Copies.of(labels);
        annotations = Copies.of(annotations);
        containers = List.copyOf(containers);
    }

    /** Whether it has ended for good; its requests no longer count. */
    public boolean finished() {
        return status.phase.equals("Succeeded") || status.phase.equals("Failed");
    }

    /** Whether it was told to end, so that it is on its way out. */
    public boolean ending() {
        return !status.ending.isEmpty();
    }

    /** The same pod of that workload. */
    public RunningPod of(ObjectKey workload) {
        return new RunningPod(key, place, labels, annotations, new Owner(owner.controller, workload), placement, status, containers);
    }
}
