package meshadvisor.plan;

import java.util.List;
import meshadvisor.model.Place;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.plan.convert.Remark;

/**
 * A plan.
 *
 * @param asOf the day of the assessment
 * @param legs what is set out for, in order
 * @param premises what was supposed because nobody said it, whole sentences
 */
public record AdoptionPlan(String asOf, List<Leg> legs, List<String> premises) {

    /**
     * One way, from its first to its last stage.
     *
     * @param why it is gone
     * @param waves who moves when; empty where nobody moves
     * @param charter for the pilot; without budgets where there is none
     * @param leftOut stages that are not in the plan, each with why
     * @param runbook for leaving at once; without steps where there is none
     * @param conversions what becomes of configuration that is there
     */
    public record Leg(PathPattern path, Journey journey, String why, List<List<Target>> waves, Charter charter, List<Stage> stages,
            List<String> leftOut, Runbook runbook, List<Conversion> conversions) {
        public Leg {
            waves = waves.stream().map(List::copyOf).toList();
            stages = List.copyOf(stages);
            leftOut = List.copyOf(leftOut);
            conversions = List.copyOf(conversions);
        }
    }

    /**
     * What a pilot is to show, and when it is ended.
     *
     * @param success budgets that must pass
     * @param kill budgets that end it where they fail
     * @param ends its last day
     * @param open what people have to fill in
     * @param folder of its budgets in the folder of the plan
     */
    public record Charter(String hypothesis, List<Object> success, List<Object> kill, String ends, List<String> open,
            String folder) {

        static final Charter NONE = new Charter("", List.of(), List.of(), "", List.of(), "charter");

        public Charter {
            success = List.copyOf(success);
            kill = List.copyOf(kill);
            open = List.copyOf(open);
        }
    }

    /**
     * How to get out at once.
     *
     * @param needs without which it does not work
     * @param lost what is gone afterwards
     */
    public record Runbook(List<Action> steps, String needs, String lost) {

        static final Runbook NONE = new Runbook(List.of(), "", "");

        public Runbook {
            steps = List.copyOf(steps);
        }
    }

    /**
     * What becomes of an object.
     *
     * @param object kind, namespace and name
     * @param place where it stands
     * @param becomes what replaces it; empty where nothing does
     * @param lost what may have no equivalent, where that was not looked at field by field; empty for nothing
     * @param written what replaces it, as far as it could be written down
     * @param remarks what is not carried over as it was, field by field
     */
    public record Conversion(String object, Place place, String becomes, String lost, List<Object> written, List<Remark> remarks) {
        public Conversion {
            written = List.copyOf(written);
            remarks = List.copyOf(remarks);
        }
    }

    public AdoptionPlan {
        legs = List.copyOf(legs);
        premises = List.copyOf(premises);
    }

    /** What configuration becomes, as far as it could be written down. */
    public List<Object> converted() {
        return legs.stream().flatMap(leg -> leg.conversions().stream()).flatMap(c -> c.written().stream()).distinct().toList();
    }

    /** All stages, in order. */
    public List<Stage> stages() {
        return legs.stream().flatMap(leg -> leg.stages().stream()).toList();
    }
}
