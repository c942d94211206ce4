package meshadvisor.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import meshadvisor.gate.GateReport.Change;
import meshadvisor.gate.GateReport.Source;
import meshadvisor.gate.GateResult.Fail;
import meshadvisor.gate.GateResult.Inconclusive;
import meshadvisor.gate.GateResult.Pass;
import meshadvisor.gate.Metric.Form;
import meshadvisor.gate.Metric.From;

/** Holds budgets against what was found. The same budgets and accounts give the same report. */
public final class Gate {

    /** The metric that knows which of its pieces are new. */
    static final String FINDINGS = "findings";
    private static final String APPEARED = "findings-new";
    private static final String GONE = "findings-fixed";

    private final Budgets budgets;
    private final Account now;
    private final Baseline before;

    private Gate(Budgets budgets, Account now, Baseline before) {
        this.budgets = budgets;
        this.now = now;
        this.before = before;
    }

    /**
     * Holds all budgets against what was found, as of its day.
     *
     * @param before {@link Baseline#NONE} for nothing to compare with
     */
    public static GateReport judge(Budgets budgets, Metrics metrics, Account now, Baseline before, Strictness strictness) {
        boolean both = now.told().contains(FINDINGS) && before.account().told().contains(FINDINGS);
        List<Piece> deltas =
                both ? Deltas.of(new Selection(FINDINGS, new TreeMap<>()), before, now.pieces()) : List.of();
        List<Piece> appeared = Deltas.appeared(APPEARED, deltas);
        List<Piece> gone = Deltas.gone(GONE, deltas);
        Account changed = both ? now.plus(new Account("", "", Set.of(APPEARED, GONE), joined(appeared, gone), new TreeMap<>(),
                new TreeMap<>(), List.of())) : now;
        return new Gate(budgets, changed, before).report(metrics, appeared, gone, strictness);
    }

    private static List<Piece> joined(List<Piece> one, List<Piece> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private GateReport report(Metrics metrics, List<Piece> appeared, List<Piece> gone, Strictness strictness) {
        List<Check> checks = budgets.budgets().stream().flatMap(b -> checks(b).stream()).toList();
        List<Waiver> expired = budgets.waivers().stream().filter(w -> w.expired(now.asOf())).toList();
        List<Waiver> idle = budgets.waivers().stream().filter(w -> !expired.contains(w))
                .filter(w -> checks.stream().noneMatch(c -> c.waived().filter(w::equals).isPresent())).toList();
        return new GateReport(budgets.file(), now.asOf(), strictness, result(checks), checks, expired, idle,
                new Source(now.name(), now.incomplete()), new Source(before.account().name(), before.account().incomplete()),
                before.given() ? changes(metrics) : List.of(), known(appeared), known(gone));
    }

    /** What is certainly there. */
    private static List<Piece> known(List<Piece> pieces) {
        return pieces.stream().filter(p -> p.quantity().span().low() > 0).toList();
    }

    private static GateResult result(List<Check> checks) {
        List<Check> counting = checks.stream().filter(Check::counts).toList();
        if (counting.stream().anyMatch(Check::failed)) {
            return new Fail();
        }
        List<Check> open = counting.stream().filter(c -> !c.passed()).toList();
        return open.isEmpty() ? new Pass()
                : new Inconclusive(open.stream().flatMap(c -> c.reckoning().gaps().stream()).distinct().sorted().toList());
    }

    private List<Check> checks(Budget budget) {
        List<Selection> scopes = scopes(budget);
        Sums sums = new Sums(budget, now, before);
        List<Check> checks = new ArrayList<>();
        for (Bound bound : budget.bounds()) {
            for (Selection scope : scopes) {
                if (budget.metric().form() == Form.SUM) {
                    checks.add(check(budget, bound, scope.of(), sums.of(scope, bound)));
                } else {
                    singles(budget, bound, scope, checks);
                }
            }
        }
        return checks;
    }

    private void singles(Budget budget, Bound bound, Selection scope, List<Check> checks) {
        Singles singles = new Singles(budget, now, before);
        List<Piece> pieces = scope.in(now.pieces());
        pieces.forEach(p -> checks.add(check(budget, bound, p.labels(), singles.of(p, bound))));
        if (pieces.isEmpty()) {
            checks.add(check(budget, bound, scope.of(), Reckoning.unknown(bound.limit(), Missing.piece(budget, scope, now))));
        }
    }

    /** Alternatives are judged apart, whether the budget says so or not. */
    private List<Selection> scopes(Budget budget) {
        String apart = budget.metric().apart();
        List<Selection> scopes = apart.isEmpty() || budget.selection().of().containsKey(apart) ? List.of(budget.selection())
                : split(budget.selection(), apart);
        return budget.each().isEmpty() || budget.each().equals(apart) ? scopes
                : scopes.stream().flatMap(s -> split(s, budget.each()).stream()).toList();
    }

    private List<Selection> split(Selection whole, String label) {
        SortedSet<String> values = new TreeSet<>(whole.values(label, now.pieces()));
        values.addAll(whole.values(label, before.account().pieces()));
        return values.isEmpty() ? List.of(whole) : values.stream().map(v -> whole.and(label, v)).toList();
    }

    private Check check(Budget budget, Bound bound, SortedMap<String, String> of, Reckoning reckoning) {
        GateResult result = reckoning.result(bound.kind());
        Optional<Waiver> waiver = result instanceof Pass ? Optional.empty()
                : budgets.waivers().stream().filter(w -> !w.expired(now.asOf()) && w.covers(budget, of)).findFirst();
        return new Check(budget, bound, of, reckoning, result, waiver);
    }

    private List<Change> changes(Metrics metrics) {
        return metrics.all().stream().filter(m -> m.from() != From.CHANGE && m.from() != From.COST)
                .filter(m -> now.told().contains(m.id()) && before.account().told().contains(m.id()))
                .flatMap(m -> parts(m).stream().map(s -> change(m, s))).filter(c -> !c.by().equals(Quantity.NOTHING)).toList();
    }

    /** Each namespace of a sum, and each piece of what does not add up. */
    private List<Selection> parts(Metric metric) {
        Selection all = new Selection(metric.id(), new TreeMap<>());
        List<Piece> both = joined(now.pieces(), before.account().pieces());
        if (metric.form() == Form.EACH) {
            return both.stream().filter(p -> p.metric().equals(metric.id())).map(p -> new Selection(metric.id(), p.labels())).distinct()
                    .toList();
        }
        String label = metric.apart().isEmpty() ? "namespace" : metric.apart();
        return metric.label(label).isEmpty() ? List.of(all) : split(all, label);
    }

    private Change change(Metric metric, Selection selection) {
        Quantity by = Sums.total(Deltas.of(selection, before, now.pieces()));
        return new Change(metric, selection, Sums.total(selection.in(before.account().pieces())), Sums.total(selection.in(now.pieces())),
                by);
    }
}
