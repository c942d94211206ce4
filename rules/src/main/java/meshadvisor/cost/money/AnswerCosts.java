package meshadvisor.cost.money;

import java.util.List;
import meshadvisor.catalog.Given;

/**
 * What an answer costs that is no mesh.
 *
 * @param answer its code
 * @param parts what it adds to the cluster
 */
public record AnswerCosts(String answer, List<PartItem> parts, List<Item> items, List<Nothing> nothing) {
    public AnswerCosts {
        Given.needed(answer, "answer");
        parts = Given.list(parts);
        items = Given.list(items);
        nothing = Given.list(nothing);
    }
}
