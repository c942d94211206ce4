package meshadvisor.cost.packing;

import java.util.Comparator;
import java.util.List;

/** Tries every way to place pods on given nodes, one of several equal nodes only, until one is found or too many were tried. */
final class ExactSearch {

    private static final int PODS = 40;
    private static final int STEPS = 50_000;

    private final List<Piece> pieces;
    private final List<Bin> bins;
    private int steps;

    private ExactSearch(List<Piece> pieces, List<Bin> bins) {
        this.pieces = pieces;
        this.bins = bins;
    }

    /** Whether there are few enough pods for it. */
    static boolean worthwhile(List<Piece> pieces) {
        return pieces.size() <= PODS;
    }

    /** Whether a way was found. */
    static boolean fits(List<Piece> pieces, List<Load> nodes) {
        List<Piece> order = pieces.stream().sorted(Comparator.comparingLong((Piece p) -> p.needs().cpuMillis())
                .thenComparingLong(p -> p.needs().memoryBytes()).reversed()).toList();
        return new ExactSearch(order, nodes.stream().map(Bin::new).toList()).place(0);
    }

    private boolean place(int next) {
        if (next == pieces.size()) {
            return true;
        }
        Piece piece = pieces.get(next);
        for (int i = 0; i < bins.size() && steps < STEPS; i++) {
            Bin bin = bins.get(i);
            if (bin.takes(piece) && !likeAnEarlierOne(i)) {
                steps++;
                bin.put(piece);
                if (place(next + 1)) {
                    return true;
                }
                bin.remove(piece);
            }
        }
        return false;
    }

    private boolean likeAnEarlierOne(int index) {
        for (int i = 0; i < index; i++) {
            if (bins.get(i).like(bins.get(index))) {
                return true;
            }
        }
        return false;
    }
}
