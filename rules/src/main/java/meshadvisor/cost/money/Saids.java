package meshadvisor.cost.money;

import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Said;

/** Who asserts what was made of several numbers. */
final class Saids {

    private Saids() {}

    /** The weakest basis, every source, the oldest date, everything that is open. */
    static Said of(List<Term> terms) {
        return all(terms.stream().flatMap(term -> term.factors().stream()).map(Factor::said).filter(s -> !s.source().isEmpty()).toList());
    }

    /** Likewise, of statements. */
    static Said all(List<Said> all) {
        Basis weakest = all.stream().map(Said::basis).max(Basis::compareTo).orElse(Basis.ASSUMED);
        return new Said(weakest, joined(all.stream().map(Said::source).toList()),
                all.stream().map(Said::date).filter(d -> !d.isEmpty()).min(String::compareTo).orElse(""),
                joined(all.stream().map(Said::conditions).toList()),
                all.stream().flatMap(s -> s.inputs().stream()).distinct().toList());
    }

    private static String joined(List<String> texts) {
        return texts.stream().filter(t -> !t.isEmpty()).distinct().collect(Collectors.joining("; "));
    }
}
