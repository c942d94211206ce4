package meshadvisor.simulate.input;

import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.catalog.Given;

/**
 * Something that people could change, before the surge or in the middle of it.
 *
 * @param name what it is, as a heading
 * @param how it is done, with the names of settings
 * @param instead the variant that stands in the place of the mesh; empty for none
 * @param needs what must be there for it to make sense
 * @param of the remedies that it consists of; empty for a single one
 */
public record Remedy(String id, String name, String how, List<Change> changes, String instead, Needs needs, List<String> of) {

    /** What must be there. */
    public enum Needs {
        NOTHING, POD_PROXIES
    }

    public Remedy {
        Given.needed(id, "id");
        Given.needed(name, "name");
        how = Given.or(how, "");
        changes = Given.list(changes);
        instead = Given.or(instead, "");
        needs = Given.or(needs, Needs.NOTHING);
        of = Given.list(of);
    }

    /** The values with the remedy. */
    public Draw applied(Draw draw, Peaks peaks) {
        Draw changed = draw;
        for (Change change : changes) {
            changed = changed.with(change.input(), change.applied(draw, peaks));
        }
        return changed;
    }

    /** The same, made of others; the last one is applied last. */
    Remedy madeOf(List<Remedy> parts) {
        return new Remedy(id, name, how.isEmpty() ? parts.stream().map(Remedy::how).collect(Collectors.joining("; ")) : how,
                parts.stream().flatMap(part -> part.changes.stream()).toList(),
                parts.stream().map(Remedy::instead).filter(each -> !each.isEmpty()).findFirst().orElse(""),
                parts.stream().anyMatch(part -> part.needs == Needs.POD_PROXIES) ? Needs.POD_PROXIES : Needs.NOTHING, of);
    }
}
