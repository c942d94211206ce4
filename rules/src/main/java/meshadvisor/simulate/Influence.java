package meshadvisor.simulate;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import meshadvisor.measure.Interval;
import meshadvisor.measure.Quantiles;
import meshadvisor.simulate.input.Prior;
import meshadvisor.simulate.input.Sample;

/**
 * How much an input decides.
 *
 * @param low how often it happens where the input is in the lowest third of its range
 * @param high likewise in the highest third
 * @param change of the one to the other; all inputs' intervals hold at once with 95 % (Bonferroni)
 */
public record Influence(Prior input, Share low, Share high, Interval change) {

    private static final double THIRD = 1.0 / 3;
    private static final double ERROR = 0.05;

    /** Whether it is more than chance. */
    public boolean clear() {
        return !change.contains(0);
    }

    /** By how much the share differs between the thirds, from −1 to 1. */
    public double by() {
        return high.value() - low.value();
    }

    /** Of every input that is a range, the most decisive first. */
    static List<Influence> of(List<Prior> inputs, List<Sample> samples, Predicate<Integer> happens) {
        double z = Quantiles.normal(1 - ERROR / 2 / Math.max(1, inputs.size()));
        return inputs.stream().map(input -> {
            Share low = share(samples, happens, at -> at < THIRD, input);
            Share high = share(samples, happens, at -> at >= 1 - THIRD, input);
            return new Influence(input, low, high, high.minus(low, z));
        }).sorted(Comparator.comparingDouble((Influence each) -> -Math.abs(each.by())).thenComparing(each -> each.input.input())).toList();
    }

    private static Share share(List<Sample> samples, Predicate<Integer> happens, Predicate<Double> part, Prior input) {
        List<Integer> chosen =
                IntStream.range(0, samples.size()).filter(i -> part.test(samples.get(i).share(input.input()))).boxed().toList();
        return new Share((int) chosen.stream().filter(happens).count(), Math.max(1, chosen.size()));
    }
}
