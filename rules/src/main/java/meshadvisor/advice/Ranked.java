package meshadvisor.advice;

import java.util.List;

/**
 * A variant in the ranking.
 *
 * @param score points for and against it
 * @param reasons what gave the points, with the source
 * @param excluded why it is out of the question; empty if it is not
 * @param open criteria that could not be judged
 */
public record Ranked(Variant variant, String vendor, double score, List<String> reasons, List<String> excluded, List<String> open) {

    public Ranked {
        reasons = List.copyOf(reasons);
        excluded = List.copyOf(excluded);
        open = List.copyOf(open);
    }
}
