package meshadvisor.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.cost.money.Bill;

/**
 * A bill and what of it is shown.
 *
 * @param sheets options whose sheets people see line by line; programs see all
 * @param needs needs that an answer can answer, by its code
 */
public record Costing(Bill bill, Set<String> sheets, Map<String, List<String>> needs) {
    public Costing {
        sheets = Set.copyOf(sheets);
        needs = Map.copyOf(needs);
    }
}
