package meshadvisor.cost.overhead;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much of the doubt in a number one input makes: the share of its variance that would go if the input were known.
 *
 * @param of the number
 * @param input name of the input
 * @param share in [0, 1]: variance of the conditional mean by the variance, of the logarithm where the number is above 0 (first-order index
 *        of Sobol' 1993)
 */
public record Influence(String of, String input, double share) {

    private static final int CLASSES = 20;

    /** A variance that is smaller than this share of the squared mean is none: rounding makes it. */
    private static final double TINY = 1e-12;

    /** Below this it is not worth naming. */
    private static final double WORTH_NAMING = 0.01;

    /** Of all inputs that make some, the one that makes most first. */
    static List<Influence> on(String of, Sampled number, Map<String, Sampled> inputs) {
        boolean positive = IntStream.range(0, number.size()).allMatch(i -> number.at(i) > 0);
        Sampled scaled = positive ? number.map(Math::log) : number;
        return inputs.entrySet().stream().map(e -> new Influence(of, e.getKey(), share(scaled, e.getValue())))
                .filter(i -> i.share > WORTH_NAMING)
                .sorted(Comparator.comparingDouble((Influence i) -> -i.share).thenComparing(Influence::input)).toList();
    }

    /**
     * Experiments are put into classes by the input; what the means of the classes differ by, less what chance alone makes them differ by.
     *
     * @param input places in (0, 1), as many in each class
     */
    static double share(Sampled number, Sampled input) {
        double[] sums = new double[CLASSES];
        int[] counts = new int[CLASSES];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < number.size(); i++) {
            int of = Math.min(CLASSES - 1, (int) (input.at(i) * CLASSES));
            sums[of] += number.at(i);
            counts[of]++;
            sum += number.at(i);
            squares += square(number.at(i));
        }
        double mean = sum / number.size();
        double all = squares / number.size() - square(mean);
        if (all <= TINY * square(mean)) {
            return 0;
        }
        double between = IntStream.range(0, CLASSES).filter(c -> counts[c] > 0)
                .mapToDouble(c -> counts[c] * square(sums[c] / counts[c] - mean)).sum() / number.size();
        double within = Math.max(0, all - between);
        return Math.clamp((between - within * CLASSES / number.size()) / all, 0, 1);
    }

    private static double square(double value) {
        return value * value;
    }
}
