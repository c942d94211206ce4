package meshadvisor.gate;

/**
 * A limit of a budget.
 *
 * @param limit in the unit of the metric, or in per cent
 */
public record Bound(Kind kind, double limit, Scale scale) {

    /** What is limited. */
    public enum Kind {
        /** The number may not be larger. */
        MAX,
        /** The number may not be smaller. */
        MIN,
        /** The share of what it belongs to may not be larger. */
        MAX_SHARE,
        /** It may not have become more by more. */
        MAX_INCREASE,
        /** It may not have become less by more. */
        MAX_DECREASE;

        /** Whether an earlier number is needed. */
        public boolean change() {
            return this == MAX_INCREASE || this == MAX_DECREASE;
        }
    }

    /** In what a limit is told. */
    public enum Scale {
        /** In the unit of the metric. */
        UNIT,
        /** In per cent of the whole, or of the earlier number. */
        PERCENT
    }
}
