package meshadvisor.gate;

import java.util.List;

/**
 * What is compared with.
 *
 * @param changes what was measured in both, as the comparison of the two runs says it: it goes before a difference of two numbers
 */
public record Baseline(Account account, List<Piece> changes) {

    /** Nothing to compare with. */
    public static final Baseline NONE = new Baseline(Account.empty(""), List.of());

    public Baseline {
        changes = List.copyOf(changes);
    }

    /** Whether there is one. */
    public boolean given() {
        return !account.name().isEmpty();
    }
}
