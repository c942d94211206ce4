package meshadvisor.plan.book;

import meshadvisor.catalog.Given;
import meshadvisor.cost.Range;

/**
 * What a plan supposes where nobody says otherwise.
 *
 * @param podStart seconds until a new pod is ready
 * @param surge times the peak, for the load test
 * @param kill times the upper end of a prediction above which a pilot is ended
 * @param pilotWeeks how long a pilot lasts at most
 * @param reviewMonths after which a decision is looked at again
 */
public record Suppositions(Range podStart, double surge, double kill, int pilotWeeks, int reviewMonths, String source, String date) {
    public Suppositions {
        Given.needed(podStart, "pod-start");
        Given.needed(source, "source");
        Given.needed(date, "date");
    }
}
