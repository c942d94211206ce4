package meshadvisor.model;

/**
 * Something that makes Services for a workload, so that it needs none of its own: Flagger, Argo Rollouts, Knative, Dapr. Several of one object
 * are versions of one program: Flagger has a copy of its target.
 *
 * @param tool {@code flagger}, {@code argo-rollouts}, {@code knative} or {@code dapr}
 * @param targetKind kind of the workload
 * @param router the traffic router that is named, empty if none
 */
public record Delivery(Meta meta, String tool, String targetKind, String target, Text router) {}
