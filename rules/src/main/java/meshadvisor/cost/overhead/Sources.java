package meshadvisor.cost.overhead;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.catalog.Figure;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Said;
import meshadvisor.cost.overhead.Profile.Measurement;

/** What a number was made of, collected while it is made. */
final class Sources {

    private final Set<Figure> figures = new LinkedHashSet<>();
    private final Set<Measurement> measured = new LinkedHashSet<>();
    private final Set<String> assumed = new LinkedHashSet<>();
    private final List<Basis> bases = new ArrayList<>();

    void add(Figure figure) {
        figures.add(figure);
        bases.add(figure.mark().equals("A") ? Basis.ASSUMED : Basis.PREDICTED);
    }

    void add(Measurement measurement) {
        measured.add(measurement);
        bases.add(Basis.MEASURED);
    }

    /** Something that the number depends on by its scale. */
    void add(Amount input) {
        bases.add(input.said().basis());
        if (input.said().basis() == Basis.ASSUMED) {
            assumed.add(input.unit() + ": " + input.said().conditions());
        }
    }

    void add(Sources others) {
        figures.addAll(others.figures);
        measured.addAll(others.measured);
        assumed.addAll(others.assumed);
        bases.addAll(others.bases);
    }

    Set<Measurement> measured() {
        return measured;
    }

    /** The weakest of all, the sources, the oldest date, and what was assumed. */
    Said said(String nothing) {
        Basis weakest = bases.stream().max(Basis::compareTo).orElse(Basis.PREDICTED);
        List<String> sources = new ArrayList<>();
        measured.forEach(m -> sources.add(m.words()));
        figures.forEach(f -> sources.add(f.id() + " (" + f.source() + ")"));
        Optional<String> oldest = figures.stream().map(Figure::date).min(String::compareTo);
        String conditions = figures.stream().map(f -> f.id() + ": " + f.conditions()).collect(Collectors.joining("; "));
        return new Said(weakest, sources.isEmpty() ? nothing : String.join("; ", sources), oldest.orElse(""), conditions,
                List.copyOf(assumed));
    }
}
