package meshadvisor.cost.money;

import java.util.List;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;

/**
 * A line of a sheet.
 *
 * @param parts what it is made of, in words
 */
public record Line(LineKind kind, Value value, List<String> parts) {

    /** What stands in it. */
    public sealed interface Value {

        /** Money: each month or once, as the line is. */
        record Money(Range range, Said said) implements Value {}

        /** It adds nothing, for a reason. */
        record None(String because, String source) implements Value {}

        /**
         * Nobody knows.
         *
         * @param remedy what would settle it
         */
        record Unknown(String why, String remedy) implements Value {}
    }

    public Line {
        parts = List.copyOf(parts);
    }
}
