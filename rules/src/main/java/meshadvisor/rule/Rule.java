package meshadvisor.rule;

import java.util.List;
import meshadvisor.catalog.Given;

/**
 * A rule as its file says it.
 *
 * @param code {@code MA} and three digits
 * @param id short English name; neither ever changes
 * @param applies whether it matters now, or only if a mesh is adopted
 * @param cases asked in this order; the first that holds for a subject makes the finding
 * @param remedy what to do, as a command or manifest where there is one
 * @param facts facts of the catalogue that the rule stands on, as {@code vendor:fact}
 */
public record Rule(String code, String id, String title, Applies applies, List<Case> cases, String remedy, List<String> facts) {

    /** When a finding matters. */
    public enum Applies {
        NOW,
        /** Only if a mesh is adopted, unless one is there. */
        IF_ADOPTED
    }

    /**
     * One way in which a rule fires.
     *
     * @param about the kind of subject that it asks about
     * @param because the sentence of the finding; {@code {signal}} is replaced by the reading
     */
    public record Case(String about, Severity severity, Confidence confidence, Condition when, String because) {
        public Case {
            Given.needed(about, "about");
            Given.needed(severity, "severity");
            Given.needed(when, "when");
            Given.needed(because, "because");
            Given.needed(confidence, "confidence");
        }
    }

    public Rule {
        Given.needed(code, "code");
        Given.needed(id, "id");
        Given.needed(title, "title");
        Given.needed(remedy, "remedy");
        Given.needed(applies, "applies");
        cases = Given.list(cases);
        facts = Given.list(facts);
    }
}
