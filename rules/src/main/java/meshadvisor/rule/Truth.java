package meshadvisor.rule;

/** Three-valued truth, in this order: and is the smaller, or the larger, not the mirror (Kleene's strong logic). */
public enum Truth {
    NO, UNKNOWN, YES;

    /** The smaller of both. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of both. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The mirror. */
    public Truth not() {
        return switch (this) {
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
            case YES -> NO;
        };
    }

    /** YES or NO. */
    public static Truth of(boolean value) {
        return value ? YES : NO;
    }
}
