package meshadvisor.cost.money;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import meshadvisor.cost.Range;
import meshadvisor.measure.Quantiles;

/**
 * Adds and multiplies ranges by drawing them (Monte Carlo), because the ends of a sum are not the sums of the ends. Each number is drawn from the
 * split normal distribution whose 5 %, 50 % and 95 % quantiles are its range; it is cut at zero where its low end is not below. A number that occurs
 * in several lines, in another unit or currency as well, is drawn once for all of them. Each draws one value from each of as many equally likely parts
 * as there are experiments (McKay, Beckman and Conover 1979), so that a range that stands alone comes out as it went in. The seed is fixed, so the same
 * input gives the same money.
 */
final class Trials {

    static final int COUNT = 2_000;
    /** 95 % quantile of the standard normal distribution. */
    private static final double Z95 = 1.6448536269514722;
    private static final long SEED = 20_260_917;

    private static final double[] MIDDLES = Quantiles.normals(COUNT);

    private final Map<String, double[]> drawn = new HashMap<>();

    double[] of(Factor factor) {
        if (factor.known()) {
            return filled(factor.range().likely());
        }
        double[] normals = drawn.computeIfAbsent(factor.name(), Trials::draw);
        Range range = factor.range();
        double[] values = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double z = normals[i] / Z95;
            double value = range.likely() + z * (z < 0 ? range.likely() - range.low() : range.high() - range.likely());
            values[i] = range.low() >= 0 ? Math.max(0, value) : value;
        }
        return values;
    }

    /** The middles of equally likely parts of the standard normal distribution, in an order that depends on the name alone. */
    private static double[] draw(String name) {
        SplittableRandom random = new SplittableRandom(SEED + name.hashCode() * 1_048_583L);
        double[] normals = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            int other = random.nextInt(i + 1);
            normals[i] = normals[other];
            normals[other] = MIDDLES[i];
        }
        return normals;
    }

    double[] sum(List<Term> terms) {
        double[] sum = filled(0);
        for (Term term : terms) {
            double[] product = filled(1);
            for (Factor factor : term.factors()) {
                double[] values = of(factor);
                for (int i = 0; i < COUNT; i++) {
                    product[i] *= values[i];
                }
            }
            add(sum, product, 1);
        }
        return sum;
    }

    static void add(double[] to, double[] values, double times) {
        for (int i = 0; i < COUNT; i++) {
            to[i] += values[i] * times;
        }
    }

    static double[] filled(double value) {
        double[] values = new double[COUNT];
        Arrays.fill(values, value);
        return values;
    }
}
