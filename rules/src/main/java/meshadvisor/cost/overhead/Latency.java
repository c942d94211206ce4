package meshadvisor.cost.overhead;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import meshadvisor.catalog.Makeup;
import meshadvisor.cost.overhead.Figures.Hop;

/**
 * What a call takes longer on a way.
 *
 * @param hop a call to a service that needs all the way offers
 * @param elsewhere to any other service
 */
record Latency(Hop hop, Hop elsewhere) {

    private static final String NOTHING = "none";

    static Latency of(Makeup makeup, Figures figures, Sources sources) {
        Hop none = new Hop(Double.NEGATIVE_INFINITY, 0, figures.same());
        Hop hop = makeup.hop().isEmpty() ? none : figures.hop(figures.figure(makeup.hop()), sources);
        Hop elsewhere = makeup.hopElsewhere().isEmpty() ? hop
                : makeup.hopElsewhere().equals(NOTHING) ? none : figures.hop(figures.figure(makeup.hopElsewhere()), sources);
        return new Latency(hop, elsewhere);
    }

    /** A quantile of one call in each experiment, in ms. */
    Sampled quantile(double probability) {
        return hop.factor().times(hop.quantile(probability));
    }

    /** Tables for the places of services of which some need all. Experiments differ by the factor of such a call only. */
    IntFunction<double[]> tables(IntPredicate needing) {
        double[] all = hop.table();
        double[] others = elsewhere.equals(hop) ? all : elsewhere.table();
        return place -> needing.test(place) ? all : others;
    }
}
