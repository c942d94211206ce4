package meshadvisor.cost.overhead;

import java.util.Arrays;
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

    /** Experiments are put into classes by the input; what the means of the classes differ by, less what chance alone makes them differ by. */
    static double share(Sampled number, Sampled input) {
        int size = number.size() / CLASSES;
        int[] order = IntStream.range(0, number.size()).boxed().sorted(Comparator.comparingDouble(input::at)).mapToInt(i -> i).toArray();
        double mean = Arrays.stream(order).mapToDouble(number::at).average().orElse(0);
        double all = Arrays.stream(order).mapToDouble(i -> square(number.at(i) - mean)).average().orElse(0);
        if (all == 0 || size < 2) {
            return 0;
        }
        double between = IntStream.range(0, CLASSES)
                .mapToDouble(c -> square(Arrays.stream(order, c * size, (c + 1) * size).mapToDouble(number::at).average().orElse(mean) - mean))
                .average().orElse(0);
        double within = Math.max(0, all - between);
        return Math.clamp((between - within / size) / all, 0, 1);
    }

    private static double square(double value) {
        return value * value;
    }
}
