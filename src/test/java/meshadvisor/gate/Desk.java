package meshadvisor.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import meshadvisor.gate.Bound.Kind;
import meshadvisor.gate.Bound.Scale;
import meshadvisor.gate.Budget.Level;
import meshadvisor.gate.Budget.Unseen;
import meshadvisor.measure.Interval;
import meshadvisor.model.Place;
import meshadvisor.support.Knowledge;

/** Small budgets and accounts in one line each. */
final class Desk {

    static final Metrics METRICS = Metrics.of(Knowledge.LIBRARY);
    static final String DAY = "2026-09-17";
    static final Place LINE = new Place("budgets.yaml", 3, 5);

    private Desk() {}

    static Metric metric(String id) {
        return METRICS.of(id).orElseThrow();
    }

    static Budget budget(String metric, Kind kind, double limit) {
        return budget(metric, Map.of(), new Bound(kind, limit, Scale.UNIT));
    }

    static Budget budget(String metric, Map<String, String> of, Bound... bounds) {
        return new Budget(metric, metric(metric), new Selection(metric, new TreeMap<>(of)), "", List.of(bounds), Level.FAIL, Unseen.COUNT,
                LINE);
    }

    static Budget each(Budget budget, String label) {
        return new Budget(budget.name(), budget.metric(), budget.selection(), label, budget.bounds(), budget.level(), budget.unseen(),
                LINE);
    }

    static Budget warning(Budget budget) {
        return new Budget(budget.name(), budget.metric(), budget.selection(), budget.each(), budget.bounds(), Level.WARN, budget.unseen(),
                LINE);
    }

    static Budget ignoring(Budget budget) {
        return new Budget(budget.name(), budget.metric(), budget.selection(), budget.each(), budget.bounds(), budget.level(),
                Unseen.IGNORE, LINE);
    }

    static Piece counted(String metric, String id, Map<String, String> labels, double number) {
        return Piece.counted(metric, id, labels, number, id);
    }

    static Piece measured(String metric, String id, double low, double seen, double high) {
        return new Piece(metric, id, new TreeMap<>(Map.of("variant", id)), new Quantity(seen, new Interval(low, high)), Ground.MEASURED, id,
                Place.NOWHERE, List.of());
    }

    static Piece open(String metric, String id, Map<String, String> labels, double seen, double high) {
        return new Piece(metric, id, new TreeMap<>(labels), new Quantity(seen, new Interval(seen, high)), Ground.COUNTED, id, Place.NOWHERE,
                List.of());
    }

    /** That tells the metrics of its pieces, and these. */
    static Account account(List<Piece> pieces, String... told) {
        Set<String> all = new TreeSet<>(Set.of(told));
        pieces.forEach(p -> all.add(p.metric()));
        return new Account("report.json", DAY, all, pieces, Map.of(), Map.of(), List.of());
    }

    static Account account(Piece... pieces) {
        return account(List.of(pieces));
    }

    static Baseline before(Piece... pieces) {
        return new Baseline(account(pieces), List.of());
    }

    static Waiver waiver(String budget, String until, Map<String, String> of) {
        return new Waiver(budget, new TreeMap<>(of), "team-a", "until the move", until, LINE);
    }

    static GateReport judge(Account now, Baseline before, Budget... budgets) {
        return judge(now, before, List.of(budgets), List.of());
    }

    static GateReport judge(Account now, Baseline before, List<Budget> budgets, List<Waiver> waivers) {
        return Gate.judge(new Budgets("budgets.yaml", budgets, waivers), METRICS, now, before, Strictness.WARN);
    }

    /** Results of all checks in their order. */
    static List<String> results(GateReport report) {
        List<String> words = new ArrayList<>();
        report.checks().forEach(c -> words.add(c.result().word()));
        return words;
    }
}
