package meshadvisor.cost.money;

import java.util.List;
import java.util.stream.Stream;
import meshadvisor.model.Answers;

/**
 * What the user says of money and time.
 *
 * @param clusters in which the same is done
 * @param months over which totals are made
 * @param replicas by how much more pods are supposed than there are
 * @param requests by how much more traffic is supposed than there is
 * @param objectives latency objectives
 * @param together codes of answers that would be given side by side, one for each need
 */
public record Wanted(int clusters, int months, double replicas, double requests, List<Answers.Objective> objectives,
        List<String> together) {

    /** What is there, in one cluster, over three years. */
    public static final Wanted USUAL = new Wanted(1, 36, 1, 1, List.of(), List.of());

    /** The same, with more objectives, and with these answers side by side. */
    public Wanted with(List<Answers.Objective> more, List<String> answers) {
        return new Wanted(clusters, months, replicas, requests, Stream.concat(more.stream(), objectives.stream()).toList(), answers);
    }

    public Wanted {
        objectives = List.copyOf(objectives);
        together = together.stream().distinct().sorted().toList();
        if (clusters < 1 || months < 1 || !(replicas > 0) || !(requests > 0)) {
            throw new IllegalArgumentException("there is at least one cluster, one month, and more than no pods and requests");
        }
    }
}
