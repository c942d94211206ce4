package meshadvisor.signal;

import java.util.List;
import java.util.Locale;

import meshadvisor.catalog.Kebab;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;

/**
 * What is known about one quantity. Sealed so that every operation says what it does with the unknown: the compiler lists the places when a
 * kind is added.
 */
public sealed interface Reading {

    /** What the reading was computed from. */
    List<Evidence> seenAt();

    /** The reading for a sentence: a number without needless decimals, a word, yes or no, unknown. */
    String words();

    /** What kind of reading it is, for a sentence. */
    String kind();

    /** A number. */
    record Amount(double value, List<Evidence> seenAt) implements Reading {
        public Amount {
            seenAt = List.copyOf(seenAt);
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
        }

        @Override
        public String kind() {
            return "a number";
        }
    }

    /** One of some words. */
    record Choice(String value, List<Evidence> seenAt) implements Reading {
        public Choice {
            seenAt = List.copyOf(seenAt);
        }

        @Override
        public String words() {
            return value;
        }

        @Override
        public String kind() {
            return "a word";
        }
    }

    /** Yes or no. */
    record Flag(boolean value, List<Evidence> seenAt) implements Reading {
        public Flag {
            seenAt = List.copyOf(seenAt);
        }

        @Override
        public String words() {
            return value ? "yes" : "no";
        }

        @Override
        public String kind() {
            return "a flag";
        }
    }

    /** Could not be seen. */
    record Unknown(Gap gap) implements Reading {
        @Override
        public List<Evidence> seenAt() {
            return List.of();
        }

        @Override
        public String words() {
            return "unknown";
        }

        @Override
        public String kind() {
            return "unknown";
        }
    }

    /** A flag with evidence. */
    static Reading flag(boolean value, List<Evidence> seenAt) {
        return new Flag(value, seenAt);
    }

    /** True with its evidence if there is any, else false. */
    static Reading seen(List<Evidence> seenAt) {
        return new Flag(!seenAt.isEmpty(), seenAt);
    }

    /** A word. */
    static Reading choice(Enum<?> value, List<Evidence> seenAt) {
        return new Choice(Kebab.of(value), seenAt);
    }

    /** A word. */
    static Reading choice(String value, List<Evidence> seenAt) {
        return new Choice(value, seenAt);
    }

    /** A number. */
    static Reading amount(double value, List<Evidence> seenAt) {
        return new Amount(value, seenAt);
    }
}
