package meshadvisor.rule;

import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import meshadvisor.signal.Reading;
import meshadvisor.signal.Readings;

/**
 * A judgement on readings. The records are the grammar of rule files: the field names of the document choose the kind of condition. What a
 * condition does is a method and no switch over its kinds, because conditions are tested for every object of a scan.
 */
public sealed interface Condition {

    /** Whether the condition holds. */
    Truth test(Readings readings, ToDoubleFunction<String> thresholds);

    /** The comparisons that it is made of. */
    Stream<Leaf> leaves();

    /** Names of the signals that it asks for. */
    default Stream<String> signals() {
        return leaves().map(Leaf::signal);
    }

    /** Its comparisons with thresholds of the catalogue. */
    default Stream<Comparison> comparisons() {
        return leaves().filter(leaf -> !leaf.threshold().isEmpty()).map(leaf -> new Comparison(leaf.signal(), leaf.threshold()));
    }

    /** Its comparisons with words. */
    default Stream<OneOf> choices() {
        return leaves().filter(OneOf.class::isInstance).map(OneOf.class::cast);
    }

    /** A condition without parts: something is asked of one signal. */
    sealed interface Leaf extends Condition {

        /** The name of the signal. */
        String signal();

        /** Id of the threshold with which the signal is compared; empty if with none. */
        default String threshold() {
            return "";
        }

        @Override
        default Stream<Leaf> leaves() {
            return Stream.of(this);
        }
    }

    /** A signal and the id of the threshold with which it is compared. */
    record Comparison(String signal, String threshold) {}

    /** Every part holds. */
    record All(List<Condition> all) implements Condition {
        public All {
            all = List.copyOf(all);
        }

        /** Stops at the first part that does not hold. */
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            Truth truth = Truth.YES;
            for (int i = 0; i < all.size() && truth != Truth.NO; i++) {
                truth = truth.and(all.get(i).test(readings, thresholds));
            }
            return truth;
        }

        @Override
        public Stream<Leaf> leaves() {
            return all.stream().flatMap(Condition::leaves);
        }
    }

    /** At least one part holds. */
    record Any(List<Condition> any) implements Condition {
        public Any {
            any = List.copyOf(any);
        }

        /** Stops at the first part that holds. */
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            Truth truth = Truth.NO;
            for (int i = 0; i < any.size() && truth != Truth.YES; i++) {
                truth = truth.or(any.get(i).test(readings, thresholds));
            }
            return truth;
        }

        @Override
        public Stream<Leaf> leaves() {
            return any.stream().flatMap(Condition::leaves);
        }
    }

    /** The part does not hold. */
    record Not(Condition not) implements Condition {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            return not.test(readings, thresholds).not();
        }

        @Override
        public Stream<Leaf> leaves() {
            return not.leaves();
        }
    }

    /** The word is one of these. */
    record OneOf(String signal, List<String> oneOf) implements Leaf {
        public OneOf {
            oneOf = List.copyOf(oneOf);
        }

        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            Reading reading = readings.of(signal);
            if (reading instanceof Reading.Choice choice) {
                return Truth.of(oneOf.contains(choice.value()));
            }
            return unknown(reading, "a word");
        }
    }

    /** The number is not smaller. */
    record AtLeast(String signal, double atLeast) implements Leaf {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            return compare(readings.of(signal), n -> n >= atLeast);
        }
    }

    /** The number is not larger. */
    record AtMost(String signal, double atMost) implements Leaf {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            return compare(readings.of(signal), n -> n <= atMost);
        }
    }

    /** The flag has this value. */
    record Is(String signal, boolean is) implements Leaf {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            Reading reading = readings.of(signal);
            return reading instanceof Reading.Flag flag ? Truth.of(flag.value() == is) : unknown(reading, "a flag");
        }
    }

    /** The number is not smaller than a threshold of the catalogue. */
    record Reaches(String signal, String reaches) implements Leaf {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            return compare(readings.of(signal), n -> n >= thresholds.applyAsDouble(reaches));
        }

        @Override
        public String threshold() {
            return reaches;
        }
    }

    /** The number is larger than a threshold of the catalogue. */
    record Exceeds(String signal, String exceeds) implements Leaf {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            return compare(readings.of(signal), n -> n > thresholds.applyAsDouble(exceeds));
        }

        @Override
        public String threshold() {
            return exceeds;
        }
    }

    private static Truth compare(Reading reading, DoublePredicate holds) {
        return reading instanceof Reading.Amount amount ? Truth.of(holds.test(amount.value())) : unknown(reading, "a number");
    }

    /** What is unknown stays so; anything else is a mistake in the catalogue. */
    private static Truth unknown(Reading reading, String wanted) {
        if (reading instanceof Reading.Unknown) {
            return Truth.UNKNOWN;
        }
        throw new IllegalArgumentException("the condition wants " + wanted + ", the signal is " + reading.kind());
    }
}
