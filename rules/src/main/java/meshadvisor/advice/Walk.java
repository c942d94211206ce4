package meshadvisor.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.model.Gap;
import meshadvisor.rule.Condition;
import meshadvisor.rule.Truth;
import meshadvisor.signal.Reading;
import meshadvisor.signal.Readings;

/** Walks a tree. At a question that nobody can answer it goes both ways: if both ends agree, the answer is certain anyway. */
final class Walk {

    private final Readings readings;
    private final ToDoubleFunction<String> thresholds;

    Walk(Readings readings, ToDoubleFunction<String> thresholds) {
        this.readings = readings;
        this.thresholds = thresholds;
    }

    /** Where a walk ends. */
    sealed interface End {

        /** Every answer that is possible. */
        Set<AnswerCode> possible();

        /** The way, question by question. */
        List<Step> steps();
    }

    /** One answer, whatever the unknown facts are. */
    record Decided(Tree.Leaf leaf, List<Step> steps) implements End {
        @Override
        public Set<AnswerCode> possible() {
            return Set.of(leaf.code());
        }
    }

    /** It depends on a fact that is missing. */
    record Open(List<Gap> gaps, End yes, End no, List<Step> steps) implements End {
        @Override
        public Set<AnswerCode> possible() {
            Set<AnswerCode> both = new TreeSet<>(yes.possible());
            both.addAll(no.possible());
            return both;
        }
    }

    End walk(Tree tree) {
        return walk(tree, List.of());
    }

    private End walk(Tree tree, List<Step> before) {
        if (!(tree instanceof Tree.Question question)) {
            return new Decided((Tree.Leaf) tree, before);
        }
        Truth truth = question.when().test(readings, thresholds);
        List<Step> steps = new ArrayList<>(before);
        steps.add(new Step(question, truth, readings));
        return switch (truth) {
            case YES -> walk(question.yes(), steps);
            case NO -> walk(question.no(), steps);
            case UNKNOWN -> agree(question, walk(question.yes(), steps), walk(question.no(), steps), steps);
        };
    }

    private End agree(Tree.Question question, End yes, End no, List<Step> steps) {
        if (yes instanceof Decided(var one, var way) && no instanceof Decided(var other, var wayBack) && one.code() == other.code()) {
            return one.because().equals(other.because()) ? yes : new Decided(either(question, one, other), way);
        }
        return new Open(gaps(question), yes, no, steps);
    }

    /** Both ways lead to the same answer, for different reasons. */
    private static Tree.Leaf either(Tree.Question question, Tree.Leaf yes, Tree.Leaf no) {
        String caveat = Stream.of(yes.caveat(), no.caveat()).filter(c -> !c.isEmpty()).distinct().collect(Collectors.joining(" "));
        return new Tree.Leaf(yes.id(), yes.answer(), "Nobody knows the answer to \"" + question.ask() + "\", and both lead here. Yes: "
                + yes.because() + " No: " + no.because(), caveat);
    }

    private List<Gap> gaps(Tree.Question question) {
        return question.when().signals().distinct().sorted().map(readings::of)
                .flatMap(r -> r instanceof Reading.Unknown unknown ? Stream.of(unknown.gap()) : Stream.empty()).toList();
    }

    /** The answer that the other way at a question leads to, where a number lies within a quarter of the limit that decided. */
    List<Borderline> borderlines(Decided end) {
        List<Borderline> borderlines = new ArrayList<>();
        for (Step step : end.steps()) {
            if (step.truth() != Truth.UNKNOWN) {
                step.question().when().comparisons().forEach(c -> borderline(end, step, c).ifPresent(borderlines::add));
            }
        }
        borderlines.sort(Comparator.comparingDouble(b -> Math.abs(b.count() - b.threshold()) / b.threshold()));
        return borderlines;
    }

    private Optional<Borderline> borderline(Decided end, Step step, Condition.Comparison comparison) {
        double threshold = thresholds.applyAsDouble(comparison.threshold());
        if (!(readings.of(comparison.signal()) instanceof Reading.Amount amount)
                || Math.abs(amount.value() - threshold) > 0.25 * threshold) {
            return Optional.empty();
        }
        End other = walk(step.truth() == Truth.YES ? step.question().no() : step.question().yes());
        AnswerCode code = other.possible().size() == 1 ? other.possible().iterator().next() : AnswerCode.ASK;
        return code == end.leaf().code() ? Optional.empty()
                : Optional.of(new Borderline(comparison.threshold(), threshold, amount.value(), code));
    }
}
