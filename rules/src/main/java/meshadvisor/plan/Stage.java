package meshadvisor.plan;

import java.util.List;
import meshadvisor.cost.Range;
import meshadvisor.plan.book.Footing;

/**
 * A stage of a plan.
 *
 * @param folder its number and name, such as {@code 03-first}
 * @param path code of the answer or id of the variant to which it belongs
 * @param targets names of those that move in it; empty where it is for the whole system
 * @param entry what must hold before it begins
 * @param breaks what it could break here, from findings, manifests and the call graph
 * @param exit budgets for the gate, in the form of their files
 * @param gate the command that holds them
 * @param blast what is hit if it goes wrong
 * @param stands what stands where once it is through, and did not before, or no longer does
 * @param source of what it says
 */
public record Stage(String folder, String path, String title, String goal, List<String> targets, List<Action> entry, List<Action> steps,
        List<String> breaks, List<Action> checks, List<Object> exit, List<String> gate, Back rollback, String blast, String decides,
        Effort effort,
        List<Alert> alerts, List<PlanFile> files, List<Footing> stands, String source) {

    /**
     * How it is taken back.
     *
     * @param minutes from the decision until it is done
     * @param basis what the minutes are made of
     */
    public record Back(List<Action> steps, Range minutes, String basis) {
        public Back {
            steps = List.copyOf(steps);
        }
    }

    /**
     * How much work it is.
     *
     * @param hours of people
     * @param basis what they are made of
     */
    public record Effort(Range hours, String basis) {}

    /** An alert of the stage, with what to do. */
    public record Alert(String name, String severity, String says, String runbook, String source) {}

    public Stage {
        targets = List.copyOf(targets);
        entry = List.copyOf(entry);
        steps = List.copyOf(steps);
        breaks = List.copyOf(breaks);
        checks = List.copyOf(checks);
        exit = List.copyOf(exit);
        gate = List.copyOf(gate);
        alerts = List.copyOf(alerts);
        files = List.copyOf(files);
        stands = List.copyOf(stands);
    }
}
