package meshadvisor.format;

/** How much of a gate is told to people. */
public enum GateDetail {
    /** Results and what to do. */
    RESULTS,
    /** The sums, too. */
    ARITHMETIC
}
