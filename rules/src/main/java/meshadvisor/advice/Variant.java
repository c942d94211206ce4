package meshadvisor.advice;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.rule.Condition;

/**
 * One way to run a mesh.
 *
 * @param complexity how much there is to run, counted in points against it; smaller is simpler
 * @param complexitySource where that comes from
 * @param sidecarless whether pods have no proxy of their own
 * @param chooseWhen what speaks for it
 * @param excludeWhen what rules it out
 * @param dayOne what would break on the first day, and when
 */
public record Variant(String id, String name, double complexity, String complexitySource, boolean sidecarless, List<Criterion> chooseWhen,
        List<Criterion> excludeWhen, List<Criterion> dayOne) {

    /** A condition on the system and what it is worth. */
    public record Criterion(Condition when, double points, String because, String source) {
        public Criterion {
            Given.needed(when, "when");
            Given.needed(because, "because");
            Given.needed(source, "source");
        }
    }

    public Variant {
        Given.needed(id, "id");
        Given.needed(name, "name");
        Given.needed(complexitySource, "complexity-source");
        chooseWhen = Given.list(chooseWhen);
        excludeWhen = Given.list(excludeWhen);
        dayOne = Given.list(dayOne);
    }
}
