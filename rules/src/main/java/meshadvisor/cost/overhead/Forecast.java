package meshadvisor.cost.overhead;

import java.util.List;
import meshadvisor.cost.Amount;

/**
 * What one way through a mesh adds here, with what its parts do not say one by one.
 *
 * @param cpu of all parts together in millicores; no sum of the parts' ranges, because what makes one part high makes others high too
 * @param memory of all parts together in MiB
 * @param chains those that take longest first
 * @param influences of inputs on the CPU, the memory and the longest chain, the largest first
 * @param measured what a profile measured in the place of published figures, whole sentences
 * @param taken by each part in each experiment, so that two predictions of one seed can be compared
 */
public record Forecast(Overhead overhead, Amount cpu, Amount memory, List<Chain> chains, List<Influence> influences,
        List<String> measured, List<Taken> taken) {

    /**
     * What a part takes in each experiment.
     *
     * @param part its name
     * @param cpu in millicores
     * @param memory in MiB
     */
    public record Taken(String part, Sampled cpu, Sampled memory) {}

    public Forecast {
        chains = List.copyOf(chains);
        influences = List.copyOf(influences);
        measured = List.copyOf(measured);
        taken = List.copyOf(taken);
    }
}
