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

    /** Names of the signals that it asks for. */
    Stream<String> signals();

    /** Its comparisons with thresholds of the catalogue. */
    default Stream<Comparison> comparisons() {
        return Stream.empty();
    }

    /** Its comparisons with words. */
    default Stream<OneOf> choices() {
        return Stream.empty();
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
        public Stream<String> signals() {
            return all.stream().flatMap(Condition::signals);
        }

        @Override
        public Stream<Comparison> comparisons() {
            return all.stream().flatMap(Condition::comparisons);
        }

        @Override
        public Stream<OneOf> choices() {
            return all.stream().flatMap(Condition::choices);
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
        public Stream<String> signals() {
            return any.stream().flatMap(Condition::signals);
        }

        @Override
        public Stream<Comparison> comparisons() {
            return any.stream().flatMap(Condition::comparisons);
        }

        @Override
        public Stream<OneOf> choices() {
            return any.stream().flatMap(Condition::choices);
        }
    }

    /** The part does not hold. */
    record Not(Condition not) implements Condition {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            return not.test(readings, thresholds).not();
        }

        @Override
        public Stream<String> signals() {
            return not.signals();
        }

        @Override
        public Stream<Comparison> comparisons() {
            return not.comparisons();
        }

        @Override
        public Stream<OneOf> choices() {
            return not.choices();
        }
    }

    /** The word is one of these. */
    record OneOf(String signal, List<String> oneOf) implements Condition {
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

        @Override
        public Stream<String> signals() {
            return Stream.of(signal);
        }

        @Override
        public Stream<OneOf> choices() {
            return Stream.of(this);
        }
    }

    /** The number is not smaller. */
    record AtLeast(String signal, double atLeast) implements Condition {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            return compare(readings.of(signal), n -> n >= atLeast);
        }

        @Override
        public Stream<String> signals() {
            return Stream.of(signal);
        }
    }

    /** The number is not larger. */
    record AtMost(String signal, double atMost) implements Condition {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            return compare(readings.of(signal), n -> n <= atMost);
        }

        @Override
        public Stream<String> signals() {
            return Stream.of(signal);
        }
    }

    /** The flag has this value. */
    record Is(String signal, boolean is) implements Condition {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            Reading reading = readings.of(signal);
            return reading instanceof Reading.Flag flag ? Truth.of(flag.value() == is) : unknown(reading, "a flag");
        }

        @Override
        public Stream<String> signals() {
            return Stream.of(signal);
        }
    }

    /** The number is not smaller than a threshold of the catalogue. */
    record Reaches(String signal, String reaches) implements Condition {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            return compare(readings.of(signal), n -> n >= thresholds.applyAsDouble(reaches));
        }

        @Override
        public Stream<String> signals() {
            return Stream.of(signal);
        }

        @Override
        public Stream<Comparison> comparisons() {
            return Stream.of(new Comparison(signal, reaches));
        }
    }

    /** The number is larger than a threshold of the catalogue. */
    record Exceeds(String signal, String exceeds) implements Condition {
        @Override
        public Truth test(Readings readings, ToDoubleFunction<String> thresholds) {
            return compare(readings.of(signal), n -> n > thresholds.applyAsDouble(exceeds));
        }

        @Override
        public Stream<String> signals() {
            return Stream.of(signal);
        }

        @Override
        public Stream<Comparison> comparisons() {
            return Stream.of(new Comparison(signal, exceeds));
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
