package meshadvisor.gate;

import java.util.List;
import meshadvisor.model.Gap;

/** What a gate says, of one budget or of all. */
public sealed interface GateResult {

    /** All of the number lies inside the budget. */
    record Pass() implements GateResult {}

    /** All of it lies outside. */
    record Fail() implements GateResult {}

    /**
     * It may lie on either side: noise or what is missing is larger than the margin.
     *
     * @param missing what would settle it
     */
    record Inconclusive(List<Gap> missing) implements GateResult {
        public Inconclusive {
            missing = List.copyOf(missing);
        }
    }

    /** As files spell it. */
    default String word() {
        return switch (this) {
            case Pass pass -> "pass";
            case Fail fail -> "fail";
            case Inconclusive open -> "inconclusive";
        };
    }
}
