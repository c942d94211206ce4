package meshadvisor.cost.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Places pods on nodes. Vector packing is NP-hard, so pods are placed in decreasing order, by first fit and by best fit, in several orders of size
 * (largest share, sum of shares, processors, memory), and the best result counts. Each of these first-fit orders needs at most d + 1/3 times the
 * nodes of the best packing in the long run, d = 3 being the dimensions (Garey, Graham, Johnson, Yao, <i>Resource Constrained Scheduling as
 * Generalized Bin Packing</i>, J. Comb. Theory A 21, 1976); in practice they come close (Panigrahy, Talwar, Uyeda, Wieder, <i>Heuristics for
 * Vector Bin Packing</i>, 2011). Where few pods are left over, an exact search tries one node fewer, until it fails or has tried enough. The
 * lower bound that is given beside it shows what is open.
 */
public final class Packing {

    /** With more pods than this, one order in two ways has to do. */
    private static final int MANY = 4_000;

    private final List<Load> there;
    private final Load shape;

    private Packing(List<Load> there, Load shape) {
        this.there = there;
        this.shape = shape;
    }

    /**
     * Packs.
     *
     * @param there what is free on the nodes that are there
     * @param shape what a further node has free
     */
    public static Packed of(List<Piece> pieces, List<Load> there, Load shape) {
        List<String> tooBig = new ArrayList<>();
        List<Piece> placeable = new ArrayList<>();
        for (Piece piece : pieces) {
            if (shape.holds(piece.needs()) || there.stream().anyMatch(room -> room.holds(piece.needs()))) {
                placeable.add(piece);
            } else {
                tooBig.add(piece.name());
            }
        }
        Packed packed = new Packing(List.copyOf(there), shape).pack(placeable);
        return new Packed(packed.more(), packed.atLeast(), tooBig);
    }

    private Packed pack(List<Piece> pieces) {
        int bound = Bound.of(pieces, there, shape);
        int best = Integer.MAX_VALUE;
        for (ToDoubleFunction<Piece> size : pieces.size() > MANY ? sizes().subList(0, 1) : sizes()) {
            List<Piece> order = pieces.stream().sorted(Comparator.comparingDouble(size).reversed()).toList();
            best = Math.min(best, Math.min(fit(order, Choice.FIRST), fit(order, Choice.BEST)));
            if (best == bound) {
                return new Packed(best, bound, List.of());
            }
        }
        while (best > bound && ExactSearch.worthwhile(pieces) && ExactSearch.fits(pieces, bins(best - 1))) {
            best--;
        }
        return new Packed(best, bound, List.of());
    }

    private List<ToDoubleFunction<Piece>> sizes() {
        return List.of(p -> Math.max(p.needs().share(0, shape), Math.max(p.needs().share(1, shape), p.needs().share(2, shape))),
                p -> p.needs().share(0, shape) + p.needs().share(1, shape), p -> p.needs().share(0, shape), p -> p.needs().share(1, shape));
    }

    /** Which of the nodes that have room takes the pod. */
    private enum Choice {
        FIRST, BEST
    }

    private List<Load> bins(int more) {
        List<Load> bins = new ArrayList<>(there);
        for (int i = 0; i < more; i++) {
            bins.add(shape);
        }
        return bins;
    }

    private int fit(List<Piece> order, Choice choice) {
        List<Bin> bins = new ArrayList<>();
        there.forEach(room -> bins.add(new Bin(room)));
        for (Piece piece : order) {
            Bin chosen = choose(bins, piece, choice);
            chosen.put(piece);
        }
        return bins.size() - there.size();
    }

    private Bin choose(List<Bin> bins, Piece piece, Choice choice) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < bins.size(); i++) {
            if (bins.get(i).takes(piece)) {
                if (choice == Choice.FIRST) {
                    return bins.get(i);
                }
                double left = bins.get(i).left(shape);
                if (left < least) {
                    least = left;
                    best = i;
                }
            }
        }
        if (best >= 0) {
            return bins.get(best);
        }
        Bin fresh = new Bin(shape);
        bins.add(fresh);
        return fresh;
    }
}
