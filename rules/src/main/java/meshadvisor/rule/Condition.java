package meshadvisor.rule;

import static com.fasterxml.jackson.annotation.JsonTypeInfo.Id.DEDUCTION;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import meshadvisor.signal.Reading;
import meshadvisor.signal.Readings;

/**
 * A judgement on readings. The records are the grammar of rule files: the field names of the document choose the kind of condition.
 */
@JsonTypeInfo(use = DEDUCTION)
public sealed interface Condition {

    /** Every part holds. */
    record All(List<Condition> all) implements Condition {
        public All {
            all = List.copyOf(all);
        }
    }

    /** At least one part holds. */
    record Any(List<Condition> any) implements Condition {
        public Any {
            any = List.copyOf(any);
        }
    }

    /** The part does not hold. */
    record Not(Condition not) implements Condition {}

    /** The word is one of these. */
    record OneOf(String signal, List<String> oneOf) implements Condition {
        public OneOf {
            oneOf = List.copyOf(oneOf);
        }
    }

    /** The number is not smaller. */
    record AtLeast(String signal, double atLeast) implements Condition {}

    /** The number is not larger. */
    record AtMost(String signal, double atMost) implements Condition {}

    /** The flag has this value. */
    record Is(String signal, boolean is) implements Condition {}

    /** The number is not smaller than a threshold of the catalogue. */
    record Reaches(String signal, String reaches) implements Condition {}

    /** The number is larger than a threshold of the catalogue. */
    record Exceeds(String signal, String exceeds) implements Condition {}

    /** Whether the condition holds. */
    static Truth test(Condition condition, Readings readings, ToDoubleFunction<String> thresholds) {
        return switch (condition) {
            case All(var parts) -> all(parts, readings, thresholds);
            case Any(var parts) -> any(parts, readings, thresholds);
            case Not(var part) -> test(part, readings, thresholds).not();
            case OneOf(var signal, var words) -> oneOf(readings.of(signal), words);
            case AtLeast(var signal, var limit) -> compare(readings.of(signal), n -> n >= limit);
            case AtMost(var signal, var limit) -> compare(readings.of(signal), n -> n <= limit);
            case Is(var signal, var wanted) -> is(readings.of(signal), wanted);
            case Reaches(var signal, var limit) -> compare(readings.of(signal), n -> n >= thresholds.applyAsDouble(limit));
            case Exceeds(var signal, var limit) -> compare(readings.of(signal), n -> n > thresholds.applyAsDouble(limit));
        };
    }

    /** Stops at the first part that does not hold. */
    private static Truth all(List<Condition> parts, Readings readings, ToDoubleFunction<String> thresholds) {
        Truth truth = Truth.YES;
        for (int i = 0; i < parts.size() && truth != Truth.NO; i++) {
            truth = truth.and(test(parts.get(i), readings, thresholds));
        }
        return truth;
    }

    /** Stops at the first part that holds. */
    private static Truth any(List<Condition> parts, Readings readings, ToDoubleFunction<String> thresholds) {
        Truth truth = Truth.NO;
        for (int i = 0; i < parts.size() && truth != Truth.YES; i++) {
            truth = truth.or(test(parts.get(i), readings, thresholds));
        }
        return truth;
    }

    private static Truth oneOf(Reading reading, List<String> words) {
        return switch (reading) {
            case Reading.Choice(var value, var seenAt) -> Truth.of(words.contains(value));
            case Reading.Unknown unknown -> Truth.UNKNOWN;
            case Reading.Flag flag -> throw new IllegalArgumentException("oneOf wants words, the signal is a flag");
            case Reading.Amount amount -> throw new IllegalArgumentException("oneOf wants words, the signal is a number");
        };
    }

    private static Truth compare(Reading reading, DoublePredicate holds) {
        return switch (reading) {
            case Reading.Amount(var value, var seenAt) -> Truth.of(holds.test(value));
            case Reading.Unknown unknown -> Truth.UNKNOWN;
            case Reading.Flag flag -> throw new IllegalArgumentException("a limit wants a number, the signal is a flag");
            case Reading.Choice choice -> throw new IllegalArgumentException("a limit wants a number, the signal is a word");
        };
    }

    private static Truth is(Reading reading, boolean wanted) {
        return switch (reading) {
            case Reading.Flag(var value, var seenAt) -> Truth.of(value == wanted);
            case Reading.Unknown unknown -> Truth.UNKNOWN;
            case Reading.Amount amount -> throw new IllegalArgumentException("is: wants a flag, the signal is a number");
            case Reading.Choice choice -> throw new IllegalArgumentException("is: wants a flag, the signal is a word");
        };
    }
}
