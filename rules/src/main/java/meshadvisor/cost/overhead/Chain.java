package meshadvisor.cost.overhead;

import java.util.List;
import meshadvisor.cost.Amount;

/**
 * What one request that enters at a service takes longer, with all calls that follow from it.
 *
 * @param services along the longest way, the one that is entered first
 * @param calls all that follow, those beside the longest way included
 * @param known whether such calls were seen; else the chain only shows what several calls in a row would take
 * @param p50 added to the median in ms, where a service calls the others at once and waits for the last
 * @param p99 added to the 99th percentile in ms, likewise
 * @param p99InTurn the same where every service calls the others one after the other
 * @param p99Draws the p99 in ms in each experiment, ascending: for chances of keeping a limit
 */
public record Chain(List<String> services, int calls, boolean known, Amount p50, Amount p99, Amount p99InTurn, List<Double> p99Draws) {

    public Chain {
        services = List.copyOf(services);
        p99Draws = List.copyOf(p99Draws);
    }
}
