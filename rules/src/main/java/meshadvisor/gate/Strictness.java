package meshadvisor.gate;

/** What follows where it is not known whether budgets hold. */
public enum Strictness {
    /** It is said. */
    WARN,
    /** The gate does not open. */
    FAIL
}
