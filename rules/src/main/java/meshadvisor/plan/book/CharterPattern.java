package meshadvisor.plan.book;

import java.util.List;
import meshadvisor.catalog.Given;

/**
 * What every pilot of a mesh is held to.
 *
 * @param success budgets that must pass, in the form of their files
 * @param kill budgets that end it where they fail
 * @param open what people have to fill in
 */
public record CharterPattern(List<Object> success, List<Object> kill, List<String> open, String source, String date) {
    public CharterPattern {
        success = Given.list(success);
        kill = Given.list(kill);
        open = Given.list(open);
        Given.needed(source, "source");
        Given.needed(date, "date");
    }
}
