package meshadvisor.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Range;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.Counting;
import meshadvisor.cost.money.Line;
import meshadvisor.cost.money.Line.Value;
import meshadvisor.cost.money.LineKind;
import meshadvisor.cost.money.Sheet;
import meshadvisor.measure.Interval;
import meshadvisor.model.Gap;
import meshadvisor.model.Place;

/** What the sheets of answers give to budgets. Their ranges hold with 90 %. */
public final class CostAccount {

    static final String MONTHLY = "cost-monthly";
    static final String ONCE = "cost-once";
    static final String NODES = "nodes-added";

    private final Bill bill;
    private final Set<String> advised;
    private final List<Piece> pieces = new ArrayList<>();

    private CostAccount(Bill bill, Set<String> advised) {
        this.bill = bill;
        this.advised = Set.copyOf(advised);
    }

    /**
     * Of a bill.
     *
     * @param advised codes of the answers and ids of the variants that the advice gives
     */
    public static Account of(Bill bill, Set<String> advised) {
        CostAccount account = new CostAccount(bill, advised);
        bill.sheets().forEach(account::sheet);
        return new Account("", "", Set.of(MONTHLY, ONCE, NODES), account.pieces, Map.of(), Map.of(), List.of());
    }

    /**
     * By how much each monthly cost is not what it was, experiment by experiment: what both bills suppose moves together and is no change.
     *
     * @param advised as it is now
     */
    public static List<Piece> changes(Bill before, Bill now, Set<String> advised) {
        CostAccount account = new CostAccount(now, advised);
        for (Sheet sheet : now.sheets()) {
            Optional<Sheet> old = before.sheet(sheet.option());
            if (old.isPresent() && !sheet.lacking() && !old.get().lacking()) {
                for (Counting by : Counting.values()) {
                    Range range = difference(old.get().counted(by).draws(), sheet.counted(by).draws());
                    account.put(MONTHLY, sheet, account.labels(sheet, by), quantity(range),
                            account.words(sheet, by) + "; less the same before");
                }
            }
        }
        return account.pieces;
    }

    private static Range difference(List<Double> old, List<Double> now) {
        double[] differences = new double[Math.min(old.size(), now.size())];
        Arrays.setAll(differences, i -> now.get(i) - old.get(i));
        return Range.of(differences);
    }

    private void sheet(Sheet sheet) {
        for (Counting by : Counting.values()) {
            put(MONTHLY, sheet, labels(sheet, by), open(sheet, quantity(sheet.counted(by).monthly().all())), words(sheet, by));
        }
        put(ONCE, sheet, labels(sheet), open(sheet, quantity(sheet.once().all())), words(sheet, LineKind.Timing.ONCE, Counting.NODES));
        sheet.nodes().forEach(n -> put(NODES, sheet, labels(sheet), quantity(n.range()), n.said().source() + ": " + n.said().conditions()));
        if (sheet.nodes().isEmpty()) {
            put(NODES, sheet, labels(sheet), new Quantity(0, new Interval(0, Double.POSITIVE_INFINITY)), "not predicted");
        }
    }

    private static Quantity quantity(Range range) {
        return new Quantity(range.likely(), new Interval(range.low(), range.high()));
    }

    /** What has a line without an amount may cost any amount. */
    private static Quantity open(Sheet sheet, Quantity quantity) {
        return sheet.lacking() ? new Quantity(quantity.seen(), new Interval(quantity.span().low(), Double.POSITIVE_INFINITY)) : quantity;
    }

    private Map<String, String> labels(Sheet sheet) {
        return new TreeMap<>(
                Map.of("answer", sheet.option(), "mesh", sheet.mesh(), "advised", advised.contains(sheet.option()) ? "yes" : "no"));
    }

    private Map<String, String> labels(Sheet sheet, Counting by) {
        Map<String, String> labels = labels(sheet);
        labels.put("counted", by.name().toLowerCase(Locale.ROOT));
        return labels;
    }

    private void put(String metric, Sheet sheet, Map<String, String> labels, Quantity quantity, String says) {
        String id = sheet.option() + " " + labels.getOrDefault("counted", "");
        Ground ground = bill.perMonth(sheet.option()).map(Amount::said).map(s -> Ground.of(s.basis())).orElse(Ground.PREDICTED);
        pieces.add(new Piece(metric, id.strip(), new TreeMap<>(labels), quantity, ground, says, Place.NOWHERE, gaps(sheet)));
    }

    private static List<Gap> gaps(Sheet sheet) {
        List<Gap> gaps = new ArrayList<>();
        if (sheet.lacking()) {
            sheet.open().forEach(o -> gaps.add(Gap.of("cost-open", "a part of the cost of " + sheet.name(), o,
                    "state it in a price file (docs/formats/prices.md)")));
        }
        sheet.widest().forEach(w -> gaps.add(Gap.of("cost-input", w.what(), "it is not known and went in as a range",
                "state it with --prices, or read the running cluster: it makes the cost of " + sheet.name() + " narrower")));
        return gaps;
    }

    private String words(Sheet sheet, Counting by) {
        return words(sheet, LineKind.Timing.MONTHLY, by);
    }

    private String words(Sheet sheet, LineKind.Timing timing, Counting by) {
        String lines = sheet.lines().stream().filter(l -> l.kind().timing() == timing && by.counts(l.kind())).flatMap(l -> line(l).stream())
                .collect(Collectors.joining(", "));
        return sheet.name() + ", in " + bill.currency() + ": " + (lines.isEmpty() ? "nothing" : lines);
    }

    private static Optional<String> line(Line line) {
        return line.value() instanceof Value.Money(var range, var said)
                ? Optional.of(line.kind().title() + " " + Unit.MONEY.text(range.likely()) + " (" + Ground.of(said.basis()).name()
                        .toLowerCase(Locale.ROOT) + ")")
                : Optional.empty();
    }
}
