package meshadvisor.cost.money;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;

/**
 * Something that an answer costs, as the catalogue or the user says.
 *
 * @param what in words
 * @param range of it, for each of what it is counted by
 * @param per what it is counted by; several are multiplied
 * @param date of the source
 */
public record Item(LineKind line, String what, Range range, Unit unit, List<Driver> per, Every every, Basis basis, String source,
        String date,
        String conditions) {

    /** What it is counted in, and by which it is priced. */
    public enum Unit {
        /** Of somebody's work. */
        HOURS,
        /** Of somebody's full-time work. */
        FULL_TIME,
        /** 10⁹ bytes that cross a zone. */
        CROSS_ZONE_GB,
        /** Time series that are active. */
        SERIES,
        /** Of the answer's own compute, by whole nodes. */
        MONTHS_OF_COMPUTE,
        /** Amounts in US dollars. */
        USD
    }

    /** What it is counted by. */
    public enum Driver {
        CLUSTER, SERVICE, LANGUAGE, NAMESPACE, NODE, POD, COMPONENT,
        /** Upgrades in a year that staying supported takes. */
        FORCED_UPGRADE,
        /** 10⁹ bytes a month between services. */
        GIGABYTE,
        /** Of the traffic, what HTTP-level features are asked for: a share. */
        L7_SHARE,
        /** Of the traffic, what crosses zones where nothing steers it: a share. */
        CROSS_ZONE_SHARE
    }

    /** How often. */
    public enum Every {
        ONCE, MONTH, YEAR
    }

    public Item {
        Given.needed(line, "line");
        Given.needed(what, "what");
        Given.needed(range, "range");
        Given.needed(unit, "unit");
        Given.needed(every, "every");
        Given.needed(basis, "basis");
        Given.needed(source, "source");
        Given.needed(date, "date");
        per = Given.list(per);
        conditions = Given.or(conditions, "");
        boolean once = line.timing() == LineKind.Timing.ONCE;
        if (once != (every == Every.ONCE)) {
            throw new IllegalArgumentException("\"" + what + "\": the line " + line + " is paid " + (once ? "once" : "again and again"));
        }
        if (line.compute()) {
            throw new IllegalArgumentException("\"" + what + "\": compute follows from \"parts\"");
        }
    }

    /** Who says it. */
    Said said() {
        return new Said(basis, source, date, conditions, basis == Basis.ASSUMED ? List.of(what) : List.of());
    }
}
