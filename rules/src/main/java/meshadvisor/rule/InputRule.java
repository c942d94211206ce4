package meshadvisor.rule;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.catalog.Library;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;

/**
 * A finding about the input itself, which the reader makes and no condition.
 *
 * @param means what is wrong, and what follows from it
 */
public record InputRule(String code, String id, Severity severity, String title, String means, String remedy) {

    public InputRule {
        Given.needed(code, "code");
        Given.needed(id, "id");
        Given.needed(severity, "severity");
        Given.needed(title, "title");
        Given.needed(means, "means");
        Given.needed(remedy, "remedy");
    }

    /** A finding of this rule. It matters now, whether a mesh is there or not. */
    public Finding finding(ObjectKey object, Place place, String message) {
        return new Finding(code, id, severity, Rule.Applies.NOW, object, place, message, Confidence.VERY_HIGH, List.of());
    }

    /** All of the library. */
    public static List<InputRule> of(Library library) {
        return library.readList("input.yaml", "findings", InputRule.class);
    }
}
