package meshadvisor.plan.book;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.cost.Range;
import meshadvisor.rule.Condition;

/**
 * A stage, with holes that a system fills.
 *
 * @param order by which stages are sorted
 * @param of codes of answers or ids of variants; {@code MESH} for every mesh
 * @param journeys on which it lies
 * @param when the system is so; the stage is left out only where it is known that it is not
 * @param given there is something of that kind, else the stage has nothing to do; {@link Each#ONCE} for always
 * @param absent there is nothing of these kinds, else the stage is not for this system
 * @param stands what stands where once it is through, and did not before, or no longer does
 * @param exit budgets in the form of budget files
 * @param gate what the gate reads beside the budgets, as words of its command; empty for the cluster of the current context
 * @param blast what is hit if it goes wrong
 * @param decides who says that it goes on
 */
public record StagePattern(String id, int order, List<String> of, List<Journey> journeys, Scope scope, Condition when, Each given,
        List<Each> absent, String title, String goal, List<Footing> stands, List<ActionPattern> entry, List<ActionPattern> steps,
        List<ActionPattern> checks,
        List<Object> exit, List<String> gate, Back rollback,
        String blast, String decides, Work work, List<AlertPattern> alerts, boolean runbook, String source, String date) {

    /** Of every mesh. */
    public static final String EVERY_MESH = "MESH";

    /**
     * How it is taken back.
     *
     * @param restarts whether pods restart, so that it takes as long as the longest restart
     * @param unit what has to move for that, namespaces or services; empty for whatever moves
     * @param minutes of people, without restarts
     */
    public record Back(List<ActionPattern> steps, boolean restarts, String unit, Range minutes, String source) {
        public Back {
            steps = Given.list(steps);
            unit = Given.or(unit, "");
            Given.needed(minutes, "minutes");
            Given.needed(source, "source");
        }
    }

    /**
     * Which hours of the cost sheet fall into it.
     *
     * @param system weight among the stages of a plan for the hours of migration that are not counted by service
     * @param services share of those that are, of the services of the stage
     * @param training weight among the stages of a plan for the hours of training
     */
    public record Work(double system, double services, double training) {
        static final Work NONE = new Work(0, 0, 0);
    }

    public StagePattern {
        Given.needed(id, "id");
        of = Given.list(of);
        journeys = Given.list(journeys);
        scope = Given.or(scope, Scope.ONCE);
        when = Given.or(when, ActionPattern.ALWAYS);
        given = Given.or(given, Each.ONCE);
        absent = Given.list(absent);
        Given.needed(title, "title");
        Given.needed(goal, "goal");
        stands = Given.list(stands);
        entry = Given.list(entry);
        steps = Given.list(steps);
        checks = Given.list(checks);
        exit = Given.list(exit);
        gate = Given.list(gate);
        Given.needed(rollback, "rollback");
        Given.needed(blast, "blast");
        Given.needed(decides, "decides");
        work = Given.or(work, Work.NONE);
        alerts = Given.list(alerts);
        Given.needed(source, "source");
        Given.needed(date, "date");
        if (of.isEmpty() || journeys.isEmpty() || checks.isEmpty() || exit.isEmpty()) {
            throw new IllegalArgumentException("stage \"" + id + "\" needs \"of\", \"journeys\", \"checks\" and \"exit\"");
        }
        checks.stream().filter(c -> c.expect().isEmpty()).findFirst().ifPresent(c -> {
            throw new IllegalArgumentException("stage \"" + id + "\": the check \"" + c.says() + "\" says nothing of what to expect");
        });
    }
}
