package meshadvisor.cost.money;

import java.util.List;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;

/**
 * A number of which products are made.
 *
 * @param name where the same name stands the same number is meant, so that what depends on it moves together
 */
public record Factor(String name, Range range, Said said) {

    /** A number that is known, for it was counted in what was read. */
    static Factor counted(String name, double value, String source) {
        return new Factor(name, Range.exactly(value), new Said(Basis.MEASURED, source, "", "", List.of()));
    }

    /** A number without which the units would not fit, such as hours of a month. */
    static Factor exactly(double value) {
        return new Factor(String.valueOf(value), Range.exactly(value), new Said(Basis.MEASURED, "", "", "", List.of()));
    }

    /** The same number, times a number that is known: in another unit or currency it is drawn alike. */
    Factor times(double by) {
        return by == 1 ? this : new Factor(name, range.times(by), said);
    }

    boolean known() {
        return range.low() == range.high();
    }
}
