package meshadvisor.model;

/**
 * A progressive delivery of a workload: Flagger Canary or Argo Rollout.
 *
 * @param tool {@code flagger} or {@code argo-rollouts}
 * @param targetKind kind of the workload that is delivered
 * @param router the traffic router that is named, empty if none
 */
public record Delivery(Meta meta, String tool, String targetKind, String target, Text router) {}
