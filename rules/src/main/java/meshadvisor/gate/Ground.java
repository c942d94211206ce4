package meshadvisor.gate;

import meshadvisor.cost.Basis;

/** What a number of a budget stands on. */
public enum Ground {
    /** Counted in what was read. */
    COUNTED,
    /** Measured by this program or by the cluster's own meters. */
    MEASURED,
    /** Computed from numbers of another place. */
    PREDICTED,
    /** Somebody else's number. */
    PUBLISHED,
    /** Somebody says so. */
    ASSUMED;

    /** The same word for a prediction. */
    static Ground of(Basis basis) {
        return switch (basis) {
            case MEASURED -> MEASURED;
            case DECLARED -> COUNTED;
            case PREDICTED -> PREDICTED;
            case PUBLISHED -> PUBLISHED;
            case ASSUMED -> ASSUMED;
        };
    }
}
