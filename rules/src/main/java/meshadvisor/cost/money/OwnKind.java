package meshadvisor.cost.money;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;

/**
 * What resources of a kind are worth without the mesh that reads them.
 *
 * @param kinds whose resources are meant
 * @param instead what takes their place, in words
 * @param hours of work for each
 */
public record OwnKind(String group, List<String> kinds, Elsewhere elsewhere, String instead, Range hours, Basis basis, String source,
        String date) {

    /** What happens to a resource when the mesh goes. */
    public enum Elsewhere {
        /** Others read it, too. */
        KEPT,
        /** It has to be written anew in another language. */
        REWRITTEN,
        /** Nothing else can do it. */
        LOST
    }

    public OwnKind {
        Given.needed(group, "group");
        Given.needed(elsewhere, "elsewhere");
        Given.needed(instead, "instead");
        Given.needed(hours, "hours");
        Given.needed(basis, "basis");
        Given.needed(source, "source");
        Given.needed(date, "date");
        kinds = Given.list(kinds);
    }

    Said said() {
        return new Said(basis, source, date, "", List.of());
    }
}
