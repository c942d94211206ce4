package meshadvisor.gate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import meshadvisor.model.Gap;
import meshadvisor.model.Place;

/**
 * The smallest thing that budgets add up or judge.
 *
 * @param metric whose piece it is
 * @param id by which the same piece is found in another report
 * @param labels by which budgets select; {@link #OPEN} where the value is not known
 * @param says what it is and where it comes from, for readers
 * @param place where it stands, or {@link Place#NOWHERE}
 * @param gaps why its number is not known better
 */
public record Piece(String metric, String id, SortedMap<String, String> labels, Quantity quantity, Ground ground, String says, Place place,
        List<Gap> gaps) {

    /** The value of a label that is not known. */
    public static final String OPEN = "?";

    public Piece {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        gaps = List.copyOf(gaps);
    }

    /** A piece that was counted and is known. */
    static Piece counted(String metric, String id, Map<String, String> labels, double number, String says) {
        return new Piece(metric, id, new TreeMap<>(labels), Quantity.exactly(number), Ground.COUNTED, says, Place.NOWHERE, List.of());
    }

    /** Another number of the same thing. */
    Piece of(String other, Quantity number) {
        return new Piece(other, id, labels, number, ground, says, place, gaps);
    }

    /** The same where it stands. */
    Piece at(Place where) {
        return new Piece(metric, id, labels, quantity, ground, says, where, gaps);
    }

    /** The same with another number, and why it is not known better. */
    Piece with(Quantity other, List<Gap> why) {
        return new Piece(metric, id, labels, other, ground, says, place, why);
    }
}
