package meshadvisor.signal;

import java.util.List;
import meshadvisor.model.Answers;
import meshadvisor.model.ClusterSnapshot;

/**
 * Which services count: long-running first-party workloads that have a Service, versions of one Service once, a second Service of one workload
 * once. Counting Kubernetes Services instead flips thresholds in many real systems.
 *
 * @param counted sorted by namespace and name
 * @param leftOut sorted likewise, each with its reason
 */
public record Applications(List<Application> counted, List<LeftOut> leftOut) {

    public Applications {
        counted = List.copyOf(counted);
        leftOut = List.copyOf(leftOut);
    }

    /** Counts. */
    static Applications of(ClusterSnapshot snapshot, Directory directory, Images images, Answers answers) {
        Selection selection = directory.selection();
        return new Counting(snapshot, selection, new Exclusion(images, directory.platform(), answers, selection)).result();
    }
}
