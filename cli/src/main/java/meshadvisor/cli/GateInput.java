package meshadvisor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import meshadvisor.bench.BenchRun;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.cost.overhead.Estimating;
import meshadvisor.cost.overhead.LiveUsage;
import meshadvisor.cost.overhead.Scale;
import meshadvisor.gate.Account;
import meshadvisor.gate.Baseline;
import meshadvisor.gate.BenchAccount;
import meshadvisor.gate.Budgets;
import meshadvisor.gate.CostAccount;
import meshadvisor.gate.EstimateAccount;
import meshadvisor.gate.Metric.From;
import meshadvisor.gate.Piece;
import meshadvisor.gate.SystemAccount;
import meshadvisor.gate.Told;
import meshadvisor.report.Assessment;
import meshadvisor.report.Costed;
import meshadvisor.report.Pricing;
import meshadvisor.report.Report;
import meshadvisor.rule.Rule;
import meshadvisor.signal.World;

/**
 * What a gate reads.
 *
 * @param now how the system is assessed; empty where it comes from a file, or where no budget asks for it
 * @param before likewise the one before a change
 * @param day of what has none
 * @param rules of this build
 * @param pricing of what answers cost
 * @param wanted what of a prediction somebody wants to know
 */
record GateInput(GateSources sources, Optional<Input.Prepared> now, Optional<Input.Prepared> before, String day, List<Rule> rules,
        Pricing pricing, Set<From> wanted) {

    /** A system with what its prediction and its bill say, if somebody wants to know. */
    private record Assessed(Account account, List<Estimate> estimate, List<Bill> bill, Set<String> advised) {
        static Assessed none(String day) {
            return new Assessed(Account.empty(day), List.of(), List.of(), Set.of());
        }
    }

    /** What is known before anything is read. */
    record Known(List<Rule> rules, Pricing pricing) {}

    /** What was read. */
    record Read(Account now, Baseline before) {}

    /** Understands the options; what is wrong with them is added to the mistakes, and then nothing may be read. */
    static GateInput prepare(GateSources sources, Budgets budgets, Known known, Outside outside, List<Mistake> mistakes) {
        Set<From> asked = new TreeSet<>(Set.of(From.ESTIMATE, From.COST));
        asked.removeIf(from -> !budgets.needs(from));
        together(sources, mistakes);
        if (sources.base.isPresent() && sources.head.isPresent()) {
            Input.Prepared head = Input.prepare(sources.system.at(sources.head.get()), outside, mistakes);
            Input.Prepared base = Input.prepare(sources.system.at(sources.base.get()), outside, new ArrayList<>(mistakes));
            sources.base.filter(d -> !Files.exists(Path.of(d)))
                    .ifPresent(d -> mistakes.add(new UsageMistake("there is no file or folder " + d)));
            asked.add(From.ESTIMATE);
            return new GateInput(sources, Optional.of(head), Optional.of(base), "", known.rules(), known.pricing(), asked);
        }
        boolean wanted = budgets.needs(From.SYSTEM) || budgets.needs(From.CHANGE) || !asked.isEmpty();
        boolean named = !sources.system.withoutCluster().isEmpty();
        boolean assessed = sources.report.isEmpty() && (named || wanted && mistakes.isEmpty());
        String day = Input.day(sources.system, outside, assessed ? new ArrayList<>() : mistakes);
        return new GateInput(sources, assessed ? Optional.of(Input.prepare(sources.system, outside, mistakes)) : Optional.empty(),
                Optional.empty(), day, known.rules(), known.pricing(), asked);
    }

    private static void together(GateSources sources, List<Mistake> mistakes) {
        boolean change = sources.base.isPresent() || sources.head.isPresent();
        if (sources.base.isPresent() != sources.head.isPresent()) {
            mistakes.add(new UsageMistake("--base and --head belong together: give both"));
        }
        boolean named = !sources.system.withoutCluster().isEmpty();
        if (change && (named || sources.report.isPresent())) {
            mistakes.add(new UsageMistake("--base and --head say what is read; leave out PATH, --snapshot and --report"));
        }
        if (named && sources.report.isPresent()) {
            mistakes.add(new UsageMistake("--report stands in the place of a system; leave out PATH and --snapshot"));
        }
        long runs = sources.baselines.stream().filter(GateReportFile::isRun).count();
        if (runs > 1 || sources.baselines.size() - runs > 1) {
            mistakes.add(new UsageMistake("--baseline can be given once for a report and once for a run"));
        }
        if (change && sources.baselines.size() > runs) {
            mistakes.add(new UsageMistake("--base is the baseline; leave out the report of --baseline"));
        }
        if (runs > 0 && sources.bench.isEmpty()) {
            mistakes.add(new UsageMistake("--baseline is a run of a benchmark, and there is none to compare it with; give --bench"));
        }
    }

    /** Reads everything; all files that cannot be used are told at once. */
    Read read() {
        List<Path> reports = new ArrayList<>(sources.report.stream().toList());
        List<Path> runs = new ArrayList<>(sources.bench.stream().toList());
        sources.baselines.forEach(f -> (GateReportFile.isRun(f) ? runs : reports).add(f));
        List<Told> told = GateReportFile.all(reports);
        List<BenchRun> measured = BenchFile.runs(runs);
        Assessed system = sources.report.isPresent()
                ? new Assessed(account(sources.report.get().toString(), told.getFirst()), List.of(), List.of(), Set.of())
                : now.map(n -> assessed(n, sources.head.orElse("the system"))).orElse(Assessed.none(day));
        Account all = sources.bench.isPresent() ? system.account.plus(BenchAccount.of(measured.getFirst())) : system.account;
        return new Read(all, before(reports, told, measured, system));
    }

    private Baseline before(List<Path> reports, List<Told> told, List<BenchRun> measured, Assessed system) {
        Assessed old = before.map(b -> assessed(b, sources.base.orElse(""))).orElse(Assessed.none(""));
        Account account = old.account;
        if (reports.size() > sources.report.stream().count()) {
            account = account.plus(account(reports.getLast().toString(), told.getLast()));
        }
        List<Piece> changes = new ArrayList<>();
        old.estimate.forEach(was -> system.estimate.forEach(is -> changes.addAll(EstimateAccount.changes(was, is))));
        old.bill.forEach(was -> system.bill.forEach(is -> changes.addAll(CostAccount.changes(was, is, system.advised))));
        if (measured.size() > sources.bench.stream().count()) {
            account = account.plus(BenchAccount.of(measured.getLast()));
            changes.addAll(BenchAccount.changes(measured.getLast(), measured.getFirst()));
        }
        return new Baseline(account, changes);
    }

    private Assessed assessed(Input.Prepared prepared, String name) {
        Input read = prepared.read();
        World world = World.of(read.snapshot(), read.catalogue(), read.answers());
        Report report = Assessment.of(world, Set.of(), SuppressionFile.read(sources.suppressions), Optional.empty());
        List<String> paths = report.scope().paths();
        Account account = account(paths.isEmpty() ? name : String.join(", ", paths), Told.of(report));
        if (wanted.isEmpty()) {
            return new Assessed(account, List.of(), List.of(), Set.of());
        }
        Estimate estimate = Estimating.of(world, Scale.of(world, Scale.Stated.NOTHING), LiveUsage.of(world));
        Set<String> advised = Costed.advised(world, report.advice());
        List<Bill> bill = wanted.contains(From.COST)
                ? List.of(CostInput.bill(pricing, world, estimate, Costed.codes(world, report.advice())))
                : List.of();
        Account predicted = bill.stream().map(b -> CostAccount.of(b, advised)).reduce(EstimateAccount.of(estimate), Account::plus);
        return new Assessed(account.plus(predicted), List.of(estimate), bill, advised);
    }

    private Account account(String name, Told told) {
        return SystemAccount.of(name, told, rules);
    }
}
