package meshadvisor.lab.run;

import java.util.List;
import java.util.Map;
import meshadvisor.bench.Step;
import meshadvisor.lab.run.Disturbing.Deed;

/**
 * What came back of a drive.
 *
 * @param told by each generator
 * @param trouble what happened to its pods, whole sentences
 * @param restarts of the variant's containers meanwhile
 * @param done what was done to the cluster, by the name of the cell
 * @param madeMillis when the Job was made, and {@code readMillis} when its log had been read, by our clock
 */
record Driven(Step.Drive drive, List<Told> told, List<String> trouble, List<String> restarts, Map<String, List<Deed>> done,
        double madeMillis, double readMillis) {

    /** Whether any generator measured anything. */
    boolean measured() {
        return told.stream().anyMatch(each -> each.results().keySet().stream().anyMatch(name -> name.endsWith("/run.json")));
    }
}
