package meshadvisor.gate;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import meshadvisor.gate.Budget.Level;
import meshadvisor.gate.GateResult.Fail;
import meshadvisor.gate.GateResult.Pass;

/**
 * One limit of one budget, held against what it selects.
 *
 * @param of labels of what was judged
 * @param waived the waiver that covers it, if it did not pass
 */
public record Check(Budget budget, Bound bound, SortedMap<String, String> of, Reckoning reckoning, GateResult result,
        Optional<Waiver> waived) {

    /** Whether the result of the gate depends on it. */
    public boolean counts() {
        return budget.level() == Level.FAIL && waived.isEmpty();
    }

    /** Whether it passed. */
    public boolean passed() {
        return result instanceof Pass;
    }

    /** Whether it failed. */
    public boolean failed() {
        return result instanceof Fail;
    }

    /** Pieces that stand somewhere and speak against it: of a count that may not be more, and is, what was counted. */
    public List<Piece> against() {
        boolean most = bound.kind() != Bound.Kind.MIN && bound.kind() != Bound.Kind.MAX_DECREASE;
        return !failed() || !most ? List.of()
                : reckoning.pieces().stream().filter(p -> p.quantity().seen() > 0 && !p.place().file().isEmpty()).toList();
    }
}
