package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import meshadvisor.cost.Range;
import meshadvisor.cost.overhead.Part;
import meshadvisor.cost.packing.Extra;
import meshadvisor.cost.packing.Load;
import meshadvisor.cost.packing.Piece;
import meshadvisor.model.ObjectKey;

/** How much of a node a part is supposed to take. */
enum Level {
    /** What it requests, as the scheduler counts. */
    REQUESTED,
    /** What it requests or is likely to use, whichever is more. */
    LIKELY,
    /** What it requests or might use, whichever is more. */
    HIGH;

    private static final long MIB = 1L << 20;

    /** What parts add to the pods that would take part, to nodes, and beside them. */
    Extra extra(List<Part> parts, Set<ObjectKey> pods) {
        Load perPod = Load.NONE;
        Load perNode = Load.NONE;
        List<Piece> own = new ArrayList<>();
        for (Part part : parts) {
            switch (part.where()) {
                case POD -> perPod = perPod.plus(load(part, 0));
                case NODE -> perNode = perNode.plus(load(part, 1));
                case OWN -> {
                    for (int i = 0; i < part.count(); i++) {
                        own.add(Piece.of("new: " + part.name(), load(part, 1)));
                    }
                }
            }
        }
        return new Extra(pods, perPod, perNode, own);
    }

    private Load load(Part part, int pods) {
        return new Load(needed(part.requested().cpu(), part.usedCpu().range(), part.count()),
                needed(part.requested().memory(), part.usedMemory().range(), part.count()) * MIB, pods);
    }

    private long needed(double requested, Range used, int count) {
        double each = switch (this) {
            case REQUESTED -> 0;
            case LIKELY -> used.likely() / Math.max(1, count);
            case HIGH -> used.high() / Math.max(1, count);
        };
        return (long) Math.ceil(Math.max(requested, each));
    }
}
