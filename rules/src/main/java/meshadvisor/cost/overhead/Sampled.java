package meshadvisor.cost.overhead;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import meshadvisor.cost.Range;
import meshadvisor.measure.Quantiles;

/** A number that is not known, as what it was in each of many experiments. The same place in two of them is the same experiment. */
public final class Sampled {

    private final double[] values;

    private Sampled(double[] values) {
        this.values = values;
    }

    static Sampled of(double[] values) {
        return new Sampled(values.clone());
    }

    /** The same in every experiment. */
    static Sampled exactly(double value, int experiments) {
        double[] values = new double[experiments];
        Arrays.fill(values, value);
        return new Sampled(values);
    }

    int size() {
        return values.length;
    }

    double at(int experiment) {
        return values[experiment];
    }

    Sampled plus(Sampled other) {
        return with(other, Double::sum);
    }

    Sampled times(Sampled other) {
        return with(other, (a, b) -> a * b);
    }

    Sampled times(double factor) {
        return map(value -> value * factor);
    }

    Sampled map(DoubleUnaryOperator change) {
        double[] changed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            changed[i] = change.applyAsDouble(values[i]);
        }
        return new Sampled(changed);
    }

    Sampled with(Sampled other, DoubleBinaryOperator joined) {
        double[] both = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            both[i] = joined.applyAsDouble(values[i], other.values[i]);
        }
        return new Sampled(both);
    }

    double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The same outcomes, the smallest first: of no experiment any more. */
    Sampled ordered() {
        return new Sampled(sorted());
    }

    /** The value below which a share of the experiments lies. */
    double quantile(double share) {
        return Quantiles.select(values.clone(), share);
    }

    List<Double> ascending() {
        return Arrays.stream(sorted()).boxed().toList();
    }

    /** Between which nine of ten lie, and the middle. */
    Range range() {
        return Range.of(values);
    }

    /** By how much it is more than another of equally many experiments: what both suppose is the same in each of them, and no difference. */
    public Range less(Sampled other) {
        return with(other, (mine, its) -> mine - its).range();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sampled sampled && Arrays.equals(values, sampled.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
