package meshadvisor.cost.money;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;

/**
 * What is supposed where nobody knows, and prices.
 *
 * @param id such as {@code cpu-hour}
 * @param unit in words
 */
public record Prior(String id, Range range, String unit, Basis basis, String source, String date, String conditions) {

    public Prior {
        Given.needed(id, "id");
        Given.needed(range, "range");
        unit = Given.or(unit, "");
        basis = Given.or(basis, Basis.ASSUMED);
        source = Given.or(source, "");
        date = Given.or(date, "");
        conditions = Given.or(conditions, "");
    }

    Factor factor() {
        return new Factor(id, range,
                new Said(basis, source, date, conditions, basis == Basis.ASSUMED ? List.of(id + ": " + unit) : List.of()));
    }
}
