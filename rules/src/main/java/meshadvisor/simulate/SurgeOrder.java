package meshadvisor.simulate;

import java.util.List;
import meshadvisor.simulate.input.Premises;
import meshadvisor.simulate.input.Prior;
import meshadvisor.simulate.input.Scenario.Told;
import meshadvisor.simulate.input.Space;
import meshadvisor.simulate.input.SurgeModel;
import meshadvisor.simulate.input.Surges;

/**
 * What is to be simulated.
 *
 * @param known of the cluster, in the place of the ranges of the catalogue
 * @param told what is to be compared with what comes out
 */
public record SurgeOrder(Surges surges, Premises premises, SurgeModel model, List<Prior> known, Extent extent, Told told) {

    /**
     * How much of it.
     *
     * @param factor times the usual traffic, 1 or more
     * @param minutes of each run
     * @param runs points of the space of what is not known
     */
    public record Extent(double factor, int minutes, long seed, int runs) {}

    public SurgeOrder {
        known = List.copyOf(known);
    }

    /** What is possible. */
    Space space() {
        return surges.space(model).with(known);
    }
}
