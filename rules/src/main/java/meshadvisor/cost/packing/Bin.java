package meshadvisor.cost.packing;

import java.util.HashMap;
import java.util.Map;

/** A node while it is being filled. */
final class Bin {

    private Load free;
    private final Map<String, Integer> names = new HashMap<>();

    Bin(Load free) {
        this.free = free;
    }

    boolean takes(Piece piece) {
        return free.holds(piece.needs()) && (piece.together() == 0 || names.getOrDefault(piece.name(), 0) < piece.together());
    }

    void put(Piece piece) {
        free = free.minus(piece.needs());
        if (piece.together() > 0) {
            names.merge(piece.name(), 1, Integer::sum);
        }
    }

    void remove(Piece piece) {
        free = free.plus(piece.needs());
        if (piece.together() > 0) {
            names.merge(piece.name(), -1, Integer::sum);
        }
    }

    /** What is free, as shares of a whole node together. */
    double left(Load whole) {
        return free.share(0, whole) + free.share(1, whole) + free.share(2, whole);
    }

    /** Whether the other one is in the same state, so that a pod that does not lead on there does not lead on here. */
    boolean like(Bin other) {
        return free.equals(other.free) && names.equals(other.names);
    }
}
