package meshadvisor.rule;

import java.util.Comparator;
import java.util.List;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;

/** Something that a rule found. */
public record Finding(String code, String rule, Severity severity, Rule.Applies applies, ObjectKey object, Place place, String message,
        Confidence confidence, List<Evidence> because) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity).reversed().thenComparing(Finding::applies)
            .thenComparing(Finding::code).thenComparing(Finding::place).thenComparing(Finding::object).thenComparing(Finding::message);

    public Finding {
        because = List.copyOf(because);
    }

    /** Whether it is as bad as that and matters now: what only matters if a mesh is adopted counts for nothing until one is. */
    public boolean counts(Severity least) {
        return applies == Rule.Applies.NOW && severity.compareTo(least) >= 0;
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
