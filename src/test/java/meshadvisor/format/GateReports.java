package meshadvisor.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import meshadvisor.gate.Account;
import meshadvisor.gate.Baseline;
import meshadvisor.gate.BenchAccount;
import meshadvisor.gate.Bound;
import meshadvisor.gate.Bound.Kind;
import meshadvisor.gate.Bound.Scale;
import meshadvisor.gate.Budget;
import meshadvisor.gate.Budget.Level;
import meshadvisor.gate.Budget.Unseen;
import meshadvisor.gate.Budgets;
import meshadvisor.gate.Gate;
import meshadvisor.gate.GateReport;
import meshadvisor.gate.Metrics;
import meshadvisor.gate.Selection;
import meshadvisor.gate.Strictness;
import meshadvisor.gate.SystemAccount;
import meshadvisor.gate.Told;
import meshadvisor.gate.Waiver;
import meshadvisor.model.Gap;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.rule.NotAssessed;
import meshadvisor.signal.Reserved;
import meshadvisor.signal.Reserved.Span;
import meshadvisor.support.BenchRuns;
import meshadvisor.support.Knowledge;

/** What a gate says of a system with some of everything, of nothing, and of one whose names mean harm. */
final class GateReports {

    private static final Metrics METRICS = Metrics.of(Knowledge.LIBRARY);
    private static final String DAY = "2026-09-17";
    private static final Tool TOOL = new Tool("0.1.0", Map.of("MA050", "Retries of requests that may not be repeated"));

    static final Map<String, GateReport> ALL = all();

    private GateReports() {}

    private static Map<String, GateReport> all() {
        Map<String, GateReport> all = new LinkedHashMap<>();
        all.put("usual", usual(Strictness.WARN));
        all.put("strict", usual(Strictness.FAIL));
        all.put("nothing", Gate.judge(new Budgets("budgets.yaml", List.of(), List.of()), METRICS, Account.empty(DAY), Baseline.NONE,
                Strictness.WARN));
        all.put("hostile", hostile());
        all.put("many", many());
        return all;
    }

    private static Span exactly(long number) {
        return new Span(number, OptionalLong.of(number));
    }

    private static Reserved reserved(String kind, String namespace, String name, Span pods) {
        Span each = pods.high().isPresent() ? exactly(pods.low() * 100) : new Span(0, OptionalLong.empty());
        return new Reserved(new ObjectKey("apps", kind, namespace, name), "", pods, exactly(0), each, exactly(pods.low() << 26),
                pods.high().isPresent() ? "" : "A DaemonSet runs on nodes, and how many there are is not known.");
    }

    static Told.Found found(String code, String severity, String name, int line) {
        return new Told.Found(code, "rule-" + code.toLowerCase(Locale.ROOT), severity, "now", "Deployment", "shop", name,
                "The proxy has no limit. Seen: no limit for " + name + ".", new Place("./deploy/shop.yaml", line, 3));
    }

    private static Told told(List<Told.Found> findings, List<Reserved> reserved, int unreadable) {
        return new Told(new Told.Scope(List.of("deploy"), DAY, 40, 40 - unreadable, unreadable, 100.0 * (40 - unreadable) / 40), false, 12,
                OptionalInt.empty(), findings,
                List.of(new NotAssessed("MA021", "overhead-does-not-fit", 2, List.of(Gap.of("free-room", "what the nodes have left",
                        "no nodes were read", "read the whole cluster: kubectl get nodes")))),
                List.of(), reserved, List.of());
    }

    private static Account system(String name, Told told) {
        return SystemAccount.of(name, told, Knowledge.RULES);
    }

    private static Budget budget(String name, String metric, Map<String, String> of, Level level, Bound... bounds) {
        return new Budget(name, METRICS.of(metric).orElseThrow(), new Selection(metric, new TreeMap<>(of)),
                metric.startsWith("requested") ? "namespace" : "", List.of(bounds), level, Unseen.COUNT,
                new Place("budgets.yaml", 3 + name.length(), 5));
    }

    private static Bound bound(Kind kind, double limit) {
        return new Bound(kind, limit, kind == Kind.MAX_SHARE ? Scale.PERCENT : Scale.UNIT);
    }

    private static GateReport usual(Strictness strictness) {
        Account now = system("deploy", told(List.of(found("MA050", "error", "cart", 12), found("MA017", "warning", "web", 30)),
                List.of(reserved("Deployment", "shop", "cart", exactly(4)), reserved("Deployment", "shop", "web", exactly(2)),
                        reserved("DaemonSet", "logs", "agent", new Span(0, OptionalLong.empty()))),
                0))
                .plus(BenchAccount.of(BenchRuns.usual()));
        Account before = system("report.json", told(List.of(found("MA017", "warning", "web", 28), found("MA010", "error", "night", 4)),
                List.of(reserved("Deployment", "shop", "cart", exactly(3)), reserved("Deployment", "shop", "web", exactly(2)),
                        reserved("DaemonSet", "logs", "agent", new Span(0, OptionalLong.empty()))),
                0));
        Map<String, String> sidecar = Map.of("variant", "istio-sidecar", "against", "baseline", "quantile", "p50", "rate", "200");
        List<Budget> budgets = List.of(
                budget("no new errors", "findings-new", Map.of("severity", "error"), Level.FAIL, bound(Kind.MAX, 0)),
                budget("few warnings", "findings", Map.of("severity", "warning"), Level.WARN, bound(Kind.MAX, 0)),
                budget("coverage", "coverage", Map.of(), Level.FAIL, bound(Kind.MIN, 90)),
                budget("CPU of each team", "requested-cpu", Map.of(), Level.FAIL, bound(Kind.MAX, 500), bound(Kind.MAX_INCREASE, 50)),
                budget("median of a hop", "latency-added", sidecar, Level.FAIL, bound(Kind.MAX, 1), bound(Kind.MAX_SHARE, 50)),
                budget("nodes", "nodes", Map.of(), Level.FAIL, bound(Kind.MAX, 3)));
        List<Waiver> waivers = List.of(
                new Waiver("CPU of each team", new TreeMap<>(Map.of("namespace", "shop")), "team-shop", "sale until October", "2026-10-01",
                        new Place("budgets.yaml", 40, 5)),
                new Waiver("no new errors", new TreeMap<>(), "team-web", "was to be mended", "2026-09-16",
                        new Place("budgets.yaml", 44, 5)),
                new Waiver("coverage", new TreeMap<>(), "team-web", "charts", "2026-12-31", new Place("budgets.yaml", 48, 5)));
        return Gate.judge(new Budgets("budgets.yaml", budgets, waivers), METRICS, now, new Baseline(before, List.of()), strictness);
    }

    private static GateReport hostile() {
        Told.Found evil = new Told.Found("MA050", Hostile.NAME, "error", "now", Hostile.NAME, Hostile.NAME, Hostile.NAME, Hostile.NAME,
                new Place(Hostile.NAME, 3, 4));
        Account now = system(Hostile.NAME, told(List.of(evil, evil),
                List.of(reserved("Deployment", Hostile.NAME, Hostile.NAME, exactly(4))), 2));
        List<Budget> budgets = List.of(budget(Hostile.NAME, "findings", Map.of(), Level.FAIL, bound(Kind.MAX, 0)),
                budget("::error::" + Hostile.NAME, "requested-cpu", Map.of(), Level.FAIL, bound(Kind.MAX, 1)));
        Waiver waiver = new Waiver("::error::" + Hostile.NAME, new TreeMap<>(), Hostile.NAME, Hostile.NAME, "2026-12-31",
                new Place(Hostile.NAME, 1, 1));
        return Gate.judge(new Budgets(Hostile.NAME, budgets, List.of(waiver)), METRICS, now, Baseline.NONE, Strictness.FAIL);
    }

    private static GateReport many() {
        List<Told.Found> findings = IntStream.range(0, 60).mapToObj(i -> found("MA017", "error", "w" + i, 10 + i)).toList();
        return Gate.judge(
                new Budgets("budgets.yaml", List.of(budget("none", "findings", Map.of(), Level.FAIL, bound(Kind.MAX, 0))), List.of()),
                METRICS, system("deploy", told(findings, List.of(), 0)), Baseline.NONE, Strictness.WARN);
    }

    static String written(GateReport report, GateFormat format, GateDetail detail, Screen screen) {
        StringWriter out = new StringWriter();
        try {
            format.write(report, TOOL, detail, screen, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static String written(GateReport report, GateFormat format) {
        return written(report, format, GateDetail.RESULTS, Screen.PLAIN);
    }
}
