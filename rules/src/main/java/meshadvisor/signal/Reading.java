package meshadvisor.signal;

import java.util.List;
import java.util.Locale;

import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;

/**
 * What is known about one quantity. Sealed so that every operation says what it does with the unknown: the compiler lists the places when a
 * kind is added.
 */
public sealed interface Reading {

    /** What the reading was computed from. */
    List<Evidence> seenAt();

    /** A number. */
    record Amount(double value, List<Evidence> seenAt) implements Reading {
        public Amount {
            seenAt = List.copyOf(seenAt);
        }
    }

    /** One of some words. */
    record Choice(String value, List<Evidence> seenAt) implements Reading {
        public Choice {
            seenAt = List.copyOf(seenAt);
        }
    }

    /** Yes or no. */
    record Flag(boolean value, List<Evidence> seenAt) implements Reading {
        public Flag {
            seenAt = List.copyOf(seenAt);
        }
    }

    /** Could not be seen. */
    record Unknown(Gap gap) implements Reading {
        @Override
        public List<Evidence> seenAt() {
            return List.of();
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
        return new Choice(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), seenAt);
    }

    /** A word. */
    static Reading choice(String value, List<Evidence> seenAt) {
        return new Choice(value, seenAt);
    }

    /** A number. */
    static Reading amount(double value, List<Evidence> seenAt) {
        return new Amount(value, seenAt);
    }

    /** The reading for a sentence: a number without needless decimals, a word, yes or no, unknown. */
    static String words(Reading reading) {
        return switch (reading) {
            case Amount(double value, var seenAt) -> value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value)
                    : String.format(Locale.ROOT, "%.2f", value);
            case Choice(String value, var seenAt) -> value;
            case Flag(boolean value, var seenAt) -> value ? "yes" : "no";
            case Unknown unknown -> "unknown";
        };
    }
}
