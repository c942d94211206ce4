package meshadvisor.model;

/**
 * Something that runs pods: Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob, Pod, Argo Rollout, and custom resources that an
 * operator turns into pods.
 *
 * @param replicas as declared, 1 where nothing is declared, 0 where it is not a number (DaemonSet)
 */
public record Workload(Meta meta, int replicas, Pod pod) {

    /** The kind, such as {@code Deployment}. */
    public String kind() {
        return meta.key().kind();
    }

    /** Whether it is meant to end by itself. */
    public boolean ends() {
        return kind().equals("Job") || kind().equals("CronJob");
    }
}
