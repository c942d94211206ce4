package meshadvisor.simulate.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One point of the space of what is not known, as shares of each range: every space makes its own values of it, so that variants and remedies are
 * compared on the same chances.
 *
 * @param seed of what chance decides inside the run
 * @param shares in [0, 1), for every input
 */
public record Sample(int number, long seed, Map<Input, Double> shares) {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    public Sample {
        shares = new EnumMap<>(shares);
    }

    /**
     * Points that cover the space evenly: each of n equal parts of every range has one (M. D. McKay, R. J. Beckman, W. J. Conover,
     * <i>Technometrics</i> 21, 1979, pp. 239–245). An input's values do not depend on which other inputs there are.
     *
     * @param count 1 or more
     */
    public static List<Sample> hypercube(long seed, int count) {
        Map<Input, double[]> columns = new EnumMap<>(Input.class);
        for (Input input : Input.values()) {
            columns.put(input, column(new SplittableRandom(seed * GOLDEN ^ input.name().hashCode()), count));
        }
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<Input, Double> shares = new EnumMap<>(Input.class);
            for (Map.Entry<Input, double[]> column : columns.entrySet()) {
                shares.put(column.getKey(), column.getValue()[i]);
            }
            samples.add(new Sample(i, new SplittableRandom(seed + i * GOLDEN).nextLong(), shares));
        }
        return samples;
    }

    private static double[] column(SplittableRandom random, int count) {
        double[] column = new double[count];
        for (int i = 0; i < count; i++) {
            column[i] = (i + random.nextDouble()) / count;
        }
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double kept = column[i];
            column[i] = column[other];
            column[other] = kept;
        }
        return column;
    }

    /** The share of one input. */
    public double share(Input input) {
        return shares.getOrDefault(input, 0.0);
    }
}
