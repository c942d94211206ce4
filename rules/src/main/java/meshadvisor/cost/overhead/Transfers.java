package meshadvisor.cost.overhead;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Figure;
import meshadvisor.cost.Range;
import meshadvisor.cost.overhead.Profile.Measurement;

/** Puts predictions beside what was measured. */
public final class Transfers {

    private Transfers() {}

    /** What published figures predict for the environment of a profile, beside what it measured. */
    static List<Check> of(Catalogue catalogue, Profile profile) {
        List<Check> checks = new ArrayList<>();
        for (Measurement measured : profile.measurements()) {
            Map<String, Figure> figures = byId(catalogue, measured.mesh());
            Figure figure = figures.get(measured.figure());
            if (figure != null) {
                figure.at(measured.at()).ifPresent(value -> checks.add(new Check(measured.way() + ": " + figure.id()
                        + (measured.at().isEmpty() ? "" : " " + measured.at()), figure.environment(), profile.environment(), figure.unit(),
                        new Range(value.low(), Math.sqrt(value.low() * value.high()), value.high()), elsewhere(figure, value),
                        measured.fit().middle())));
            }
        }
        return List.copyOf(checks);
    }

    private static Map<String, Figure> byId(Catalogue catalogue, String mesh) {
        return catalogue.figures(mesh).stream().collect(Collectors.toMap(Figure::id, f -> f));
    }

    /** What a figure predicts for any other environment: its own range and the factor, both drawn evenly by factors. */
    static Range elsewhere(Figure figure, Figure.Value value) {
        Lottery lottery = new Lottery(Estimating.SEED, Lottery.EXPERIMENTS);
        Sampled own = lottery.places("own").map(p -> Lottery.between(value.low(), value.high(), p));
        Sampled factor = lottery.values("factor", Figures.factors(figure.elsewhere()));
        return own.times(factor).range();
    }

    /**
     * How far the figures of the catalogue carry: each that predicts and has a factor, beside every other figure of the same part that was
     * measured in another environment.
     */
    public static List<Check> all(Catalogue catalogue) {
        List<Check> checks = new ArrayList<>();
        for (String mesh : catalogue.vendors()) {
            List<Figure> figures = catalogue.figures(mesh);
            figures.stream().filter(from -> from.elsewhere().to() > from.elsewhere().from()).forEach(from -> figures.stream()
                    .filter(to -> to.of() == from.of() && to.part().equals(from.part()) && !to.environment().equals(from.environment()))
                    .forEach(to -> transfer(from, to, checks)));
        }
        return List.copyOf(checks);
    }

    private static void transfer(Figure from, Figure to, List<Check> checks) {
        for (Figure.Value value : from.values()) {
            to.at(value.at()).filter(v -> v.low() > 0).ifPresent(truth -> checks.add(new Check(
                    String.format(Locale.ROOT, "%s%s", from.id(), value.at().isEmpty() ? "" : " " + value.at()), from.environment(),
                    to.environment(), from.unit(), new Range(value.low(), Math.sqrt(value.low() * value.high()), value.high()),
                    elsewhere(from, value), Math.sqrt(truth.low() * truth.high()))));
        }
    }
}
