package meshadvisor.model;

/** A number that somebody measured, or the reason why there is none. Sealed, so that nobody takes what is missing for zero. */
public sealed interface Measured {

    /** What was measured, finite; the unit is that of the place where it stands. */
    record Value(double value) implements Measured {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a measured value is finite, not " + value);
            }
        }
    }

    /**
     * Nothing was measured.
     *
     * @param why in words
     */
    record Missing(String why) implements Measured {}

    /** Whether there is a number. */
    default boolean known() {
        return this instanceof Value;
    }

    /** The number for a sum to which what is missing adds nothing; who uses it says what is missing. */
    default double orNothing() {
        return switch (this) {
            case Value(double value) -> value;
            case Missing missing -> 0;
        };
    }
}
