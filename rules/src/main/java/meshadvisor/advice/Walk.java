package meshadvisor.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.rule.Condition;
import meshadvisor.rule.Rules;
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
        return switch (tree) {
            case Tree.Leaf leaf -> new Decided(leaf, before);
            case Tree.Question question -> {
                Truth truth = Condition.test(question.when(), readings, thresholds);
                List<Step> steps = new ArrayList<>(before);
                steps.add(step(question, truth));
                yield switch (truth) {
                    case YES -> walk(question.yes(), steps);
                    case NO -> walk(question.no(), steps);
                    case UNKNOWN -> agree(question, walk(question.yes(), steps), walk(question.no(), steps), steps);
                };
            }
        };
    }

    private End agree(Tree.Question question, End yes, End no, List<Step> steps) {
        if (yes instanceof Decided(var one, var way) && no instanceof Decided(var other, var wayBack) && one.code() == other.code()) {
            return yes;
        }
        return new Open(gaps(question), yes, no, steps);
    }

    private List<Gap> gaps(Tree.Question question) {
        List<Gap> gaps = new ArrayList<>();
        for (String signal : Rules.signals(question.when())) {
            if (readings.of(signal) instanceof Reading.Unknown(Gap gap)) {
                gaps.add(gap);
            }
        }
        return gaps;
    }

    private Step step(Tree.Question question, Truth truth) {
        List<Evidence> seen =
                Rules.signals(question.when()).stream().flatMap(s -> readings.of(s).seenAt().stream()).sorted().distinct().toList();
        return new Step(question, truth, seen, limits(question.when()));
    }

    /** Comparisons with thresholds of the catalogue in a condition. */
    private List<Step.Limit> limits(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.stream().flatMap(p -> limits(p).stream()).toList();
            case Condition.Any(var parts) -> parts.stream().flatMap(p -> limits(p).stream()).toList();
            case Condition.Not(var part) -> limits(part);
            case Condition.Reaches(var signal, var id) -> limit(signal, id);
            case Condition.Exceeds(var signal, var id) -> limit(signal, id);
            case Condition.OneOf other -> List.of();
            case Condition.AtLeast other -> List.of();
            case Condition.AtMost other -> List.of();
            case Condition.Is other -> List.of();
        };
    }

    private List<Step.Limit> limit(String signal, String id) {
        return readings.of(signal) instanceof Reading.Amount(var value, var seenAt)
                ? List.of(new Step.Limit(id, thresholds.applyAsDouble(id), value)) : List.of();
    }

    /** The answer that the other way at a question leads to, where a number lies within a quarter of the limit that decided. */
    List<Borderline> borderlines(Decided end) {
        List<Borderline> borderlines = new ArrayList<>();
        for (Step step : end.steps()) {
            for (Step.Limit limit : step.limits()) {
                if (step.truth() == Truth.UNKNOWN || Math.abs(limit.value() - limit.threshold()) > 0.25 * limit.threshold()) {
                    continue;
                }
                End other = walk(step.truth() == Truth.YES ? step.question().no() : step.question().yes());
                AnswerCode code = other.possible().size() == 1 ? other.possible().iterator().next() : AnswerCode.ASK;
                if (code != end.leaf().code()) {
                    borderlines.add(new Borderline(limit.id(), limit.threshold(), limit.value(), code));
                }
            }
        }
        borderlines.sort(Comparator.comparingDouble(b -> Math.abs(b.count() - b.threshold()) / b.threshold()));
        return borderlines;
    }
}
