package meshadvisor.advice;

import java.util.List;
import java.util.Objects;
import meshadvisor.model.Evidence;
import meshadvisor.rule.Truth;
import meshadvisor.signal.Readings;

/** One question on the way through the tree, what was answered, and the readings that answered it. */
public record Step(Tree.Question question, Truth truth, Readings readings) {

    /** Where the readings come from, in the order of the places. Computed when asked for: most decisions only look at where a way ends. */
    public List<Evidence> evidence() {
        return question.when().signals().distinct().map(readings::of).flatMap(r -> r.seenAt().stream()).sorted().distinct().toList();
    }

    /** Two steps are the same if they say the same; where they read it does not matter. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Step step && question.equals(step.question) && truth == step.truth && evidence().equals(step.evidence());
    }

    @Override
    public int hashCode() {
        return Objects.hash(question, truth);
    }

    @Override
    public String toString() {
        return question.ask() + " " + truth + " " + evidence();
    }

    /** What the steps of a way rest on together. */
    static List<Evidence> evidence(List<Step> steps) {
        return steps.stream().map(Step::evidence).flatMap(List::stream).sorted().distinct().toList();
    }
}
