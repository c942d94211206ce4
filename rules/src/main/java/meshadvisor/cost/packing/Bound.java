package meshadvisor.cost.packing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A number of further nodes below which no packing can get. */
final class Bound {

    private Bound() {}

    /** The largest of: what is missing in one dimension; pods of which no two fit on one node; pods of one name that must stand apart. */
    static int of(List<Piece> pieces, List<Load> there, Load shape) {
        long most = 0;
        for (int dimension = 0; dimension < Load.DIMENSIONS; dimension++) {
            most = Math.max(most, Math.max(volume(pieces, there, shape, dimension), halves(pieces, there, shape, dimension)));
        }
        return (int) Math.max(most, apart(pieces, there.size()));
    }

    private static long volume(List<Piece> pieces, List<Load> there, Load shape, int dimension) {
        long needed = pieces.stream().mapToLong(p -> p.needs().part(dimension)).sum();
        long missing = needed - there.stream().mapToLong(room -> Math.max(0, room.part(dimension))).sum();
        return missing <= 0 || shape.part(dimension) <= 0 ? 0 : Math.ceilDiv(missing, shape.part(dimension));
    }

    /** Of pods that need more than half of any node, each node takes one. */
    private static long halves(List<Piece> pieces, List<Load> there, Load shape, int dimension) {
        long largest = LongStream.concat(there.stream().mapToLong(room -> room.part(dimension)), LongStream.of(shape.part(dimension))).max()
                .orElse(0);
        return pieces.stream().filter(p -> 2 * p.needs().part(dimension) > largest).count() - there.size();
    }

    private static long apart(List<Piece> pieces, int there) {
        Map<String, List<Piece>> limited =
                pieces.stream().filter(p -> p.together() > 0)
                        .collect(Collectors.groupingBy(Piece::name, TreeMap::new, Collectors.toList()));
        return limited.values().stream().mapToLong(p -> Math.ceilDiv(p.size(), p.getFirst().together()) - (long) there).max().orElse(0);
    }
}
