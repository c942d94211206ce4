package meshadvisor.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.cost.overhead.Overhead;
import meshadvisor.cost.overhead.Part;
import meshadvisor.cost.overhead.Scale;
import meshadvisor.measure.Interval;
import meshadvisor.model.Gap;
import meshadvisor.model.Place;

/** What a prediction gives to budgets. Its ranges hold with 90 %; a sum of ranges from end to end holds at least as often. */
public final class EstimateAccount {

    private static final Set<String> TOLD = Set.of("overhead-cpu", "overhead-memory", "overhead-requested-cpu", "overhead-requested-memory",
            "hop-latency");

    private EstimateAccount() {}

    /** Of what variants would add. */
    public static Account of(Estimate estimate) {
        List<Overhead> overheads = estimate.overheads();
        List<Piece> pieces = new ArrayList<>();
        for (Overhead overhead : overheads) {
            Map<String, String> labels = Map.of("mesh", overhead.mesh(), "variant", overhead.variant());
            overhead.parts().forEach(part -> part(part, estimate.scale(), labels, pieces));
            hop(overhead.hopP50(), "p50", labels, pieces);
            hop(overhead.hopP99(), "p99", labels, pieces);
            overhead.unseen().forEach(why -> unseen(why, labels, pieces));
        }
        return new Account("", "", overheads.isEmpty() ? new TreeSet<>() : TOLD, pieces, Map.of(), Map.of(), List.of());
    }

    /**
     * By how much each part takes something else than before, experiment by experiment: traffic that is not known is the same in both, and no change.
     */
    public static List<Piece> changes(Estimate before, Estimate now) {
        Map<String, Forecast> old = before.forecasts().stream().collect(Collectors.toMap(EstimateAccount::way, f -> f));
        List<Piece> pieces = new ArrayList<>();
        for (Forecast forecast : now.forecasts()) {
            Optional.ofNullable(old.get(way(forecast))).ifPresent(was -> forecast.taken()
                    .forEach(is -> was.taken().stream().filter(t -> t.part().equals(is.part())).findFirst()
                            .ifPresent(then -> change(forecast.overhead(), is, then, pieces))));
        }
        return pieces;
    }

    private static String way(Forecast forecast) {
        return forecast.overhead().mesh() + " " + forecast.overhead().variant();
    }

    private static void change(Overhead overhead, Forecast.Taken is, Forecast.Taken then, List<Piece> pieces) {
        Map<String, String> labels = Map.of("mesh", overhead.mesh(), "variant", overhead.variant(), "part", is.part());
        Said said = new Said(Basis.PREDICTED, "both predictions, experiment by experiment", "", "", List.of());
        pieces.add(piece("overhead-cpu", labels, new Amount(is.cpu().less(then.cpu()), "millicores", said)));
        pieces.add(piece("overhead-memory", labels, new Amount(is.memory().less(then.memory()), "MiB", said)));
    }

    private static void part(Part part, Scale scale, Map<String, String> labels, List<Piece> pieces) {
        Map<String, String> own = new TreeMap<>(labels);
        own.put("part", part.name());
        pieces.add(piece("overhead-cpu", own, part.usedCpu()));
        pieces.add(piece("overhead-memory", own, part.usedMemory()));
        Range number = scale.spread(part.where());
        Said counted = switch (part.where()) {
            case POD -> scale.pods().said();
            case NODE -> scale.nodes().said();
            case OWN -> new Said(Basis.PREDICTED, "", "", "", List.of());
        };
        Said said = new Said(Basis.PREDICTED, "what all of " + part.name() + " request together", "",
                number.low() == number.high() ? "" : counted.conditions(),
                number.low() == number.high() ? List.of() : List.of("how many of them there are"));
        pieces.add(piece("overhead-requested-cpu", own, new Amount(number.times(part.count() * part.requested().cpu()), "", said)));
        pieces.add(piece("overhead-requested-memory", own, new Amount(number.times(part.count() * part.requested().memory()), "", said)));
    }

    private static void hop(Amount amount, String quantile, Map<String, String> labels, List<Piece> pieces) {
        Map<String, String> own = new TreeMap<>(labels);
        own.put("quantile", quantile);
        pieces.add(piece("hop-latency", own, amount));
    }

    private static Piece piece(String metric, Map<String, String> labels, Amount amount) {
        Quantity quantity = new Quantity(amount.range().likely(), new Interval(amount.range().low(), amount.range().high()));
        List<String> inputs = amount.said().inputs();
        List<Gap> gaps = inputs.stream().map(i -> Gap.of("input-open", i, "it is not known and went in as a range",
                "state or measure it: it makes the prediction narrower")).toList();
        TreeMap<String, String> sorted = new TreeMap<>(labels);
        return new Piece(metric, String.join(" ", sorted.values()), sorted, quantity, Ground.of(amount.said().basis()),
                amount.said().source() + (amount.said().date().isEmpty() ? "" : ", " + amount.said().date())
                        + (amount.said().conditions().isEmpty() ? "" : ": " + amount.said().conditions()),
                Place.NOWHERE, gaps);
    }

    /** What could not be predicted may be any amount. */
    private static void unseen(String why, Map<String, String> labels, List<Piece> pieces) {
        Map<String, String> own = new TreeMap<>(labels);
        own.put("part", Piece.OPEN);
        Gap gap = Gap.of("not-predicted", "a part of what it adds", why, "measure it: meshadvisor bench run");
        List.of("overhead-cpu", "overhead-memory").forEach(metric -> pieces.add(new Piece(metric, String.join(" ", labels.values()) + " "
                + why, new TreeMap<>(own), new Quantity(0, new Interval(0, Double.POSITIVE_INFINITY)), Ground.PREDICTED, why, Place.NOWHERE,
                List.of(gap))));
    }
}
