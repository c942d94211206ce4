package meshadvisor.advice;

import java.util.List;
import meshadvisor.model.Evidence;
import meshadvisor.rule.Truth;

/** One question on the way through the tree and what was answered. */
public record Step(Tree.Question question, Truth truth, List<Evidence> evidence, List<Limit> limits) {

    /** A number that was compared with a threshold of the catalogue. */
    public record Limit(String id, double threshold, double value) {}

    public Step {
        evidence = List.copyOf(evidence);
        limits = List.copyOf(limits);
    }
}
