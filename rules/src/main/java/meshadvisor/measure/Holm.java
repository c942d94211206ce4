package meshadvisor.measure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Many tests at once. */
public final class Holm {

    private Holm() {}

    /**
     * P values that may be compared with the level as if each were the only one: the chance that any true hypothesis of the family is
     * rejected stays below the level, however the tests depend on each other (S. Holm, <i>Scand. J. Stat.</i> 6, 1979, pp. 65–70).
     *
     * @param p one for each test
     * @return in the same order, each at most 1
     */
    public static List<Double> adjusted(List<Double> p) {
        var ascending = IntStream.range(0, p.size()).boxed().sorted(Comparator.comparing(p::get)).toList();
        double[] adjusted = new double[p.size()];
        double atLeast = 0;
        for (int rank = 0; rank < ascending.size(); rank++) {
            int test = ascending.get(rank);
            atLeast = Math.max(atLeast, Math.min(1, p.get(test) * (p.size() - rank)));
            adjusted[test] = atLeast;
        }
        return IntStream.range(0, adjusted.length).mapToObj(i -> adjusted[i]).toList();
    }
}
