package meshadvisor.model;

/**
 * Something that makes Services for a workload, so that it needs none of its own: Flagger, Argo Rollouts, Knative, Dapr. Several of one object
 * are versions of one program: Flagger has a copy of its target.
 *
 * @param tool {@code flagger}, {@code argo-rollouts}, {@code knative} or {@code dapr}
 * @param targetKind kind of the workload
 * @param steering by what it steers
 */
public record Delivery(Meta meta, String tool, String targetKind, String target, Steering steering) {

    /**
     * By what a release is carried out and judged.
     *
     * @param router the traffic router that is named, empty if none
     * @param judged whether something is named that can stop a release: a metric, an analysis, or a call of somebody else
     */
    public record Steering(Text router, boolean judged) {
        /** Nothing is named. */
        public static final Steering NONE = new Steering(Text.NONE, false);
    }

    /** The traffic router that is named. */
    public Text router() {
        return steering.router();
    }
}
