package meshadvisor.cost.money;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which unknown numbers widen a sum. */
final class Widest {

    private static final int NAMED = 3;
    private static final double LEAST = 0.03;

    private Widest() {}

    /** The numbers of these products whose draws go most with the draws of the sum. */
    static List<Sheet.Widening> of(Trials trials, List<Term> terms, double[] sum) {
        Map<String, Factor> factors = new TreeMap<>();
        terms.forEach(term -> term.factors().stream().filter(f -> !f.known()).forEach(f -> factors.put(f.name(), f)));
        return factors.values().stream().map(f -> new Sheet.Widening(f.name(), share(trials.of(f), sum)))
                .filter(w -> w.share() >= LEAST).sorted(Comparator.comparingDouble(Sheet.Widening::share).reversed()
                        .thenComparing(Sheet.Widening::what))
                .limit(NAMED).toList();
    }

    private static double share(double[] one, double[] other) {
        double meanOne = mean(one);
        double meanOther = mean(other);
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return squaresOne == 0 || squaresOther == 0 ? 0 : both * both / (squaresOne * squaresOther);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
