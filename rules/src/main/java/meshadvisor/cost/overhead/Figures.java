package meshadvisor.cost.overhead;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Figure;
import meshadvisor.cost.Range;
import meshadvisor.cost.overhead.Profile.Measurement;
import meshadvisor.measure.Quantiles;

/**
 * The figures of one mesh as experiments draw them: what a profile measured, else the published range times the factor by which another
 * environment may show more or less. That factor is one draw for all latencies and one for all CPU of an experiment: a slow environment is
 * slow at every hop.
 */
final class Figures {

    /** Names of inputs, as reports show them. */
    static final String LATENCY_ENVIRONMENT = "how fast this environment is, for latency";
    static final String CPU_ENVIRONMENT = "how fast this environment is, for CPU";

    private static final double Z90 = Quantiles.normal(0.90);
    private static final double Z99 = Quantiles.normal(0.99);

    private final String mesh;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final Profile profile;
    private final Lottery lottery;

    Figures(Catalogue catalogue, String mesh, Profile profile, Lottery lottery) {
        this.mesh = mesh;
        this.profile = profile;
        this.lottery = lottery;
        catalogue.figures(mesh).forEach(f -> figures.put(f.id(), f));
    }

    /** The factor 1 in every experiment. */
    Sampled same() {
        return Sampled.exactly(1, lottery.experiments());
    }

    Figure figure(String id) {
        Figure figure = figures.get(id);
        if (figure == null) {
            throw new CatalogueMistake("meshes/" + mesh + "/parts.yaml", "there is no figure \"" + id + "\" in figures.yaml");
        }
        return figure;
    }

    Optional<Measurement> measured(Figure figure, String at) {
        return profile.of(mesh, figure.id(), at);
    }

    /** The figure in each experiment; what it stands on is added to the sources. */
    Sampled drawn(Figure figure, Sources sources) {
        Optional<Measurement> measured = measured(figure, "");
        if (measured.isPresent()) {
            sources.add(measured.get());
            Fit fit = measured.get().fit();
            return lottery.places("how much " + figure.id() + " differs from run to run").map(fit::at);
        }
        sources.add(figure);
        Figure.Value value = figure.values().getFirst();
        return range(figure, value).times(environment(figure));
    }

    private Sampled range(Figure figure, Figure.Value value) {
        return value.low() == value.high() ? Sampled.exactly(value.low(), lottery.experiments())
                : lottery.places(mesh + " " + figure.id() + ", its own range")
                        .map(place -> Lottery.between(value.low(), value.high(), place));
    }

    /** Nine of ten environments are thought to lie between the two factors. */
    private Sampled environment(Figure figure) {
        Figure.Elsewhere elsewhere = figure.elsewhere();
        String input = figure.of() == Figure.Of.HOP_LATENCY ? LATENCY_ENVIRONMENT : CPU_ENVIRONMENT;
        return elsewhere.from() == elsewhere.to() ? Sampled.exactly(elsewhere.from(), lottery.experiments())
                : lottery.places(input).map(place -> Lottery.at(factors(elsewhere), place));
    }

    /**
     * A latency of one hop: lognormal, through two quantiles that are known, times a factor in each experiment.
     *
     * @param middle of the logarithm
     * @param deviation of the logarithm
     */
    record Hop(double middle, double deviation, Sampled factor) {

        private static final double[] NORMALS = Quantiles.normals(1 << 14);

        double quantile(double probability) {
            return at(Quantiles.normal(probability));
        }

        /** Values of equal chance, in ascending order. */
        double[] table() {
            return Arrays.stream(NORMALS).map(this::at).toArray();
        }

        private double at(double normal) {
            return Math.exp(middle + deviation * normal);
        }
    }

    /** The latency that a figure gives for a call; what it stands on is added to the sources. */
    Hop hop(Figure figure, Sources sources) {
        Optional<Measurement> p50 = measured(figure, "p50");
        Optional<Measurement> p99 = measured(figure, "p99");
        if (p50.isPresent() && p99.isPresent()) {
            sources.add(p50.get());
            sources.add(p99.get());
            Fit fit = p50.get().fit();
            double tail = Math.max(1, p99.get().fit().middle() / fit.middle());
            Sampled factor = lottery.places("how much " + figure.id() + " differs from run to run").map(p -> fit.at(p) / fit.middle());
            return new Hop(Math.log(fit.middle()), Math.log(tail) / Z99, factor);
        }
        sources.add(figure);
        Figure.Value ninety = figure.at("p90").orElseThrow();
        Figure.Value last = figure.at("p99").orElseThrow();
        double low = middle(ninety);
        double deviation = Math.log(middle(last) / low) / (Z99 - Z90);
        return new Hop(Math.log(low) - Z90 * deviation, deviation,
                range(figure, ninety).times(1 / low).times(environment(figure)));
    }

    /** The factors between which nine of ten environments are thought to lie. */
    static Range factors(Figure.Elsewhere elsewhere) {
        return new Range(elsewhere.from(), Math.sqrt(elsewhere.from() * elsewhere.to()), elsewhere.to());
    }

    /** The middle of a range by factors. */
    private static double middle(Figure.Value value) {
        return Math.sqrt(value.low() * value.high());
    }
}
