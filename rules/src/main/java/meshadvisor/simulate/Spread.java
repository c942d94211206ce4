package meshadvisor.simulate;

import java.util.List;

/**
 * A number over all runs. Each may be infinite: for ever, or never.
 *
 * @param low 5 % of the runs have less
 * @param likely half of them
 * @param high 5 % have more
 */
public record Spread(double low, double likely, double high) {

    private static final double LOW = 0.05;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.95;

    /** Of the values of all runs, at least one; each quantile is one of the values. */
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(at(sorted, LOW), at(sorted, MIDDLE), at(sorted, HIGH));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}
