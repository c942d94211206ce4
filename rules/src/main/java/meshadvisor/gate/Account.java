package meshadvisor.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import meshadvisor.model.Gap;

/**
 * What budgets are held against.
 *
 * @param name of the report or run, for readers
 * @param asOf the day that it is of, {@code yyyy-mm-dd}
 * @param told metrics that it tells: where one is told and no piece is selected, the number is 0
 * @param pieces in an order that depends on nothing but themselves
 * @param wholes what shares are shares of: of a metric that adds up by its name, else by name and id of the piece
 * @param untold why a metric is not told, by its name
 * @param incomplete what of the input could not be read, whole sentences
 */
public record Account(String name, String asOf, Set<String> told, List<Piece> pieces, Map<String, Quantity> wholes,
        Map<String, Gap> untold, List<String> incomplete) {

    private static final Comparator<Piece> ORDER = Comparator.comparing(Piece::metric).thenComparing(Piece::id)
            .thenComparing(Piece::place).thenComparing(Piece::says).thenComparingDouble(p -> p.quantity().seen())
            .thenComparingDouble(p -> p.quantity().span().low())
            .thenComparingDouble(p -> p.quantity().span().high()).thenComparing(p -> p.labels().toString());

    public Account {
        told = new TreeSet<>(told);
        pieces = pieces.stream().sorted(ORDER).toList();
        wholes = new TreeMap<>(wholes);
        untold = new TreeMap<>(untold);
        incomplete = List.copyOf(incomplete);
    }

    /** Nothing at all. */
    public static Account empty(String asOf) {
        return new Account("", asOf, Set.of(), List.of(), Map.of(), Map.of(), List.of());
    }

    /** Both together; the day is that of the first. */
    public Account plus(Account other) {
        Map<String, Quantity> both = new TreeMap<>(other.wholes);
        both.putAll(wholes);
        Map<String, Gap> missing = new TreeMap<>(other.untold);
        missing.putAll(untold);
        return new Account(Stream.of(name, other.name).filter(n -> !n.isEmpty()).distinct().reduce((a, b) -> a + ", " + b).orElse(""),
                asOf.isEmpty() ? other.asOf : asOf, union(told, other.told), Stream.concat(pieces.stream(), other.pieces.stream()).toList(),
                both, missing, Stream.concat(incomplete.stream(), other.incomplete.stream()).distinct().toList());
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** What a share of a piece is a share of. */
    static String whole(Piece piece) {
        return piece.metric() + " " + piece.id();
    }
}
