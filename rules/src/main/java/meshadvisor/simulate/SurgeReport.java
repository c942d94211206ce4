package meshadvisor.simulate;

import java.util.List;
import meshadvisor.simulate.input.Prior;

/**
 * What a surge does, over all that is not known.
 *
 * @param out runs in which a node runs out of memory
 * @param cascade runs in which a cascade follows
 * @param asTold runs that go as the scenario tells; without meaning where it tells nothing
 * @param numbers over all runs
 * @param onset the factor at which the cascade starts
 * @param typical the course of one run: of those with a cascade, else of those in which a node runs out of memory, else of all, the one whose first
 *        loss is in the middle
 * @param effects of the remedies, in the order of the catalogue
 * @param influences of the inputs on whether a cascade follows, the most decisive first
 * @param inputs all of them, with what they stand on
 */
public record SurgeReport(SurgeOrder order, Share out, Share cascade, Share asTold, Numbers numbers, Onset onset, Typical typical,
        List<Effect> effects, List<Influence> influences, List<Prior> inputs) {

    /**
     * Over all runs.
     *
     * @param firstLoss minute at which a node first loses a pod, infinite for never
     * @param losses pods
     * @param failed share of the requests
     * @param worstP99 in ms
     * @param badMinutes in which more than one request of a hundred fails
     * @param highestProxy memory of the proxy that is largest, in MiB
     */
    public record Numbers(Spread nodes, Spread firstLoss, Spread losses, Spread failed, Spread worstP99, Spread badMinutes,
            Spread highestProxy) {}

    /** The course of one run. */
    public record Typical(int run, int nodes, List<Spell> spells) {
        public Typical {
            spells = List.copyOf(spells);
        }
    }

    public SurgeReport {
        effects = List.copyOf(effects);
        influences = List.copyOf(influences);
        inputs = List.copyOf(inputs);
    }
}
