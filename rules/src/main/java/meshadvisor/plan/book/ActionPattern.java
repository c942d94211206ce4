package meshadvisor.plan.book;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.rule.Condition;

/**
 * Something to do or to look at. Names behind a dollar sign are filled in; an action with a name for which nothing is known is left out.
 *
 * @param list what {@code ${list}} in the text is made of: one entry for each, so that one action names all for which the rest is the same
 * @param when the system is so; where nobody knows, the action stays and says so
 * @param unit only where namespaces, or services, move one by one; empty for both
 * @param lacks only where nothing is known for that name; empty for always
 * @param given only where there is something of that kind; {@link Each#ONCE} for always
 * @param absent only where there is nothing of these kinds
 * @param journeys on which it is done; empty for all
 * @param rules for findings of these rules only; empty for those of all rules that no other action beside it names
 * @param stages only where one of these is in the plan; empty for always
 * @param run commands, word by word, so that no name is ever read by a shell
 * @param expect what is seen where it went well; empty for what is no check
 * @param file name of the file into which objects or values go; empty for none
 * @param objects manifests
 * @param values of a chart
 */
public record ActionPattern(String says, Each each, String list, Condition when, String unit, String lacks, Each given, List<Each> absent,
        List<Journey> journeys, List<String> rules, List<String> stages,
        List<List<String>> run, String expect, String file, List<Object> objects, List<Object> values) {

    /** Stands in a text for all that one action is about. */
    public static final String LIST = "${list}";

    /** Holds of everything. */
    static final Condition ALWAYS = new Condition.All(List.of());

    public ActionPattern {
        Given.needed(says, "says");
        each = Given.or(each, Each.ONCE);
        list = Given.or(list, "");
        when = Given.or(when, ALWAYS);
        unit = Given.or(unit, "");
        lacks = Given.or(lacks, "");
        given = Given.or(given, Each.ONCE);
        absent = Given.list(absent);
        journeys = Given.list(journeys);
        rules = Given.list(rules);
        stages = Given.list(stages);
        run = Given.list(run);
        expect = Given.or(expect, "");
        file = Given.or(file, "");
        objects = Given.list(objects);
        values = Given.list(values);
        if (says.contains(LIST) == list.isEmpty()) {
            throw new IllegalArgumentException("\"" + says + "\": what has \"list\" says " + LIST + ", and the other way round");
        }
        if (file.isEmpty() != (objects.isEmpty() && values.isEmpty())) {
            throw new IllegalArgumentException("\"" + says + "\": a file has objects or values, and they have a file");
        }
    }
}
