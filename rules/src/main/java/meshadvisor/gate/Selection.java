package meshadvisor.gate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.rule.Truth;

/** Which pieces of a metric a budget is about: those whose labels have these values. */
public record Selection(String metric, SortedMap<String, String> of) {

    public Selection {
        of = Collections.unmodifiableSortedMap(new TreeMap<>(of));
    }

    /** The same, and of that value only. */
    Selection and(String label, String value) {
        SortedMap<String, String> more = new TreeMap<>(of);
        more.put(label, value);
        return new Selection(metric, more);
    }

    /** Whether a piece belongs to it. */
    Truth takes(Piece piece) {
        if (!piece.metric().equals(metric)) {
            return Truth.NO;
        }
        Truth truth = Truth.YES;
        for (Map.Entry<String, String> wanted : of.entrySet()) {
            String value = piece.labels().getOrDefault(wanted.getKey(), "");
            truth = truth.and(value.equals(wanted.getValue()) ? Truth.YES : value.equals(Piece.OPEN) ? Truth.UNKNOWN : Truth.NO);
        }
        return truth;
    }

    /** Its pieces; of one that only may belong to it, at least nothing. */
    List<Piece> in(List<Piece> pieces) {
        return pieces.stream().flatMap(p -> switch (takes(p)) {
            case YES -> Optional.of(p).stream();
            case UNKNOWN -> Optional.of(p.with(p.quantity().perhaps(), p.gaps())).stream();
            case NO -> Optional.<Piece>empty().stream();
        }).toList();
    }

    /** The values of a label among its pieces. */
    SortedSet<String> values(String label, List<Piece> pieces) {
        return in(pieces).stream().map(p -> p.labels().getOrDefault(label, "")).filter(v -> !v.equals(Piece.OPEN))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Such as {@code namespace shop, severity error}; empty for everything. */
    public String words() {
        return of.entrySet().stream().map(e -> e.getKey() + " " + (e.getValue().isEmpty() ? "not stated" : e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
