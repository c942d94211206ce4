package meshadvisor.gate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of each piece. One that is the same in both has not changed, even if its number is not known: the same manifest says the same. What was
 * measured may differ by chance, so that equal numbers of two measurements are no proof.
 */
final class Deltas {

    private Deltas() {}

    /**
     * Of all that a selection takes, after less before, by id; what did not change is among them, with nothing. What is known of a change itself goes
     * before the difference of two numbers.
     */
    static List<Piece> of(Selection selection, Baseline before, List<Piece> after) {
        Map<String, Piece> old = byId(selection.in(before.account().pieces()));
        Map<String, Piece> now = byId(selection.in(after));
        Map<String, Piece> deltas = new TreeMap<>();
        old.forEach((id, p) -> deltas.put(id, p.with(Quantity.NOTHING.minus(p.quantity()), p.gaps())));
        now.forEach((id, p) -> deltas.put(id, old.containsKey(id) ? delta(old.getOrDefault(id, p), p) : p));
        deltas.putAll(byId(selection.in(before.changes())));
        return List.copyOf(deltas.values());
    }

    private static Piece delta(Piece old, Piece now) {
        boolean same = old.quantity().equals(now.quantity()) && now.ground() != Ground.MEASURED;
        return same ? now.with(Quantity.NOTHING, List.of()) : now.with(now.quantity().minus(old.quantity()), now.gaps());
    }

    private static Map<String, Piece> byId(List<Piece> pieces) {
        Map<String, Piece> all = new TreeMap<>();
        pieces.forEach(p -> all.merge(p.id(), p, (one, more) -> one.with(one.quantity().plus(more.quantity()), one.gaps())));
        return all;
    }

    /** What came new, as pieces of another metric. */
    static List<Piece> appeared(String metric, List<Piece> deltas) {
        return named(metric, deltas.stream().map(p -> p.with(p.quantity().rise(), p.gaps())).toList());
    }

    /** What is gone, as pieces of another metric. */
    static List<Piece> gone(String metric, List<Piece> deltas) {
        return named(metric, deltas.stream().map(p -> p.with(Quantity.NOTHING.minus(p.quantity()).rise(), p.gaps())).toList());
    }

    private static List<Piece> named(String metric, List<Piece> pieces) {
        return pieces.stream().filter(p -> !p.quantity().equals(Quantity.NOTHING))
                .map(p -> p.of(metric, p.quantity())).toList();
    }
}
