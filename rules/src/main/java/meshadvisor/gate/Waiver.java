package meshadvisor.gate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import meshadvisor.model.Place;

/**
 * Leave to exceed a budget for a time.
 *
 * @param budget name of the budget
 * @param of labels of the check; empty for all checks of the budget
 * @param until the last day on which it holds, {@code yyyy-mm-dd}
 */
public record Waiver(String budget, SortedMap<String, String> of, String owner, String reason, String until, Place place) {

    public Waiver {
        of = Collections.unmodifiableSortedMap(new TreeMap<>(of));
    }

    /** Whether it is over on a day. */
    boolean expired(String day) {
        return until.compareTo(day) < 0;
    }

    /** Whether it is about a check of that budget with these labels. */
    boolean covers(Budget checked, SortedMap<String, String> labels) {
        return checked.name().equals(budget) && of.entrySet().stream().allMatch(e -> e.getValue().equals(labels.get(e.getKey())));
    }
}
