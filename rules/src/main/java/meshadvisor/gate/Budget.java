package meshadvisor.gate;

import java.util.List;
import meshadvisor.model.Place;

/**
 * What somebody is ready to spend.
 *
 * @param name by which waivers and reports call it
 * @param each a label for each of whose values the budget holds on its own; empty for all together
 * @param place where it is written
 */
public record Budget(String name, Metric metric, Selection selection, String each, List<Bound> bounds, Level level, Unseen unseen,
        Place place) {

    /** What follows where it is exceeded. */
    public enum Level {
        /** It is said. */
        WARN,
        /** The gate fails. */
        FAIL
    }

    /** What a count does with that which could not be seen. */
    public enum Unseen {
        /** It may be there: the count is a range. */
        COUNT,
        /** It is left out, and the report says so. */
        IGNORE
    }

    /** The same, money in that currency. */
    Budget in(String currency) {
        return new Budget(name, metric.in(currency), selection, each, bounds, level, unseen, place);
    }

    public Budget {
        bounds = List.copyOf(bounds);
    }
}
