package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import meshadvisor.catalog.Catalogue;
import meshadvisor.format.GateDetail;
import meshadvisor.format.GateFormat;
import meshadvisor.format.Tool;
import meshadvisor.gate.Budgets;
import meshadvisor.gate.Gate;
import meshadvisor.gate.GateReport;
import meshadvisor.gate.GateResult;
import meshadvisor.gate.Metrics;
import meshadvisor.gate.Strictness;
import meshadvisor.report.Pricing;
import meshadvisor.rule.InputRule;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds budgets against a system, a report, a benchmark or the change of a pull request. */
@Command(name = "gate", sortOptions = false,
        description = "Hold budgets against what was found: inside, outside, or not known well enough to say.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor gate deploy/ --budget budgets.yaml",
                "  meshadvisor gate deploy/ --budget budgets.yaml --baseline report.json",
                "  meshadvisor gate --budget budgets.yaml --bench after.json --baseline before.json",
                "  meshadvisor gate --budget budgets.yaml --base before/ --head after/ -o github -o sarif=gate.sarif"})
final class GateCommand implements Callable<Integer>, Checks {

    @Option(names = "--budget", paramLabel = "FILE", required = true, description = "The budgets (docs/gate.md).")
    Path budget = Path.of("");

    @Mixin
    GateSources sources;

    @Option(names = "--strict", description = "Exit with 5 where it is not known whether a budget holds.")
    boolean strict;

    @Option(names = "--explain", description = "Show the sums, too.")
    boolean explain;

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT[=FILE]", completionCandidates = Words.class,
            description = "One of ${COMPLETION-CANDIDATES}, on standard output or into FILE (default: table). Repeatable.")
    List<String> words = new ArrayList<>();

    @Option(names = "--exit-zero", description = "Exit with 0 whatever was found.")
    boolean exitZero;

    @Mixin
    ColorOptions color;

    private final Outside outside;

    GateCommand(Outside outside) {
        this.outside = outside;
    }

    /** The words for formats. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Wanted.words(GateFormat.class).iterator();
        }
    }

    private record Checked(Metrics metrics, Budgets budgets, GateInput input, List<Wanted<GateFormat>> outputs, Tool tool,
            List<Mistake> mistakes) {}

    @Override
    public List<Mistake> mistakes() {
        return check().mistakes;
    }

    private Checked check() {
        List<Mistake> mistakes = new ArrayList<>();
        List<Wanted<GateFormat>> outputs = Wanted.parse(GateFormat.class, words, mistakes);
        Catalogue catalogue = Knowledge.read();
        Metrics metrics = Metrics.of(catalogue.library());
        List<Rule> rules = Rules.of(catalogue.library()).all();
        Budgets budgets = budget.toString().isEmpty() ? new Budgets("", List.of(), List.of())
                : GateBudgetFile.read(budget, metrics, names(rules, catalogue), mistakes);
        Pricing pricing = pricing(budgets.currency(), catalogue, mistakes);
        return new Checked(metrics.in(pricing.money()), budgets.in(pricing.money()),
                GateInput.prepare(sources, budgets, new GateInput.Known(rules, pricing), outside, mistakes), outputs,
                tool(rules, catalogue),
                mistakes);
    }

    /** Costs are told in the currency in which they are limited. */
    private Pricing pricing(String currency, Catalogue catalogue, List<Mistake> mistakes) {
        PriceOptions options = sources.prices;
        if (!currency.isEmpty()) {
            options.currency.filter(c -> !c.equals(currency)).ifPresent(c -> mistakes.add(new Mistake.UsageMistake("--currency " + c
                    + ": the budgets are in " + currency + ", and costs are told in their currency; leave it out")));
            options.currency = Optional.of(currency);
        }
        return CostInput.pricing(options, List.of(), catalogue, mistakes);
    }

    private static Tool tool(List<Rule> rules, Catalogue catalogue) {
        Map<String, String> titles = new LinkedHashMap<>();
        rules.forEach(r -> titles.put(r.code(), r.title()));
        InputRule.of(catalogue.library()).forEach(r -> titles.put(r.code(), r.title()));
        return new Tool(Version.number(), titles);
    }

    /** Codes of everything that can be found, by all their names. */
    private static Map<String, String> names(List<Rule> rules, Catalogue catalogue) {
        Map<String, String> idByCode = new LinkedHashMap<>();
        rules.forEach(r -> idByCode.put(r.code(), r.id()));
        InputRule.of(catalogue.library()).forEach(r -> idByCode.put(r.code(), r.id()));
        return GateBudgetFile.codes(idByCode);
    }

    @Override
    public Integer call() {
        Checked checked = check();
        MistakesFound.stopAt(checked.mistakes);
        GateInput.Read read = checked.input.read();
        GateReport report =
                Gate.judge(checked.budgets, checked.metrics, read.now(), read.before(), strict ? Strictness.FAIL : Strictness.WARN);
        GateDetail detail = explain ? GateDetail.ARITHMETIC : GateDetail.RESULTS;
        checked.outputs.forEach(o -> o.write((format, screen, out) -> format.write(report, checked.tool, detail, screen, out), outside,
                color));
        return exitZero ? ExitCode.OK.code() : exitCode(report).code();
    }

    /** What could not be read may hold anything, so that a gate over it never passes. */
    private static ExitCode exitCode(GateReport report) {
        ExitCode code = switch (report.result()) {
            case GateResult.Pass pass -> ExitCode.OK;
            case GateResult.Fail fail -> ExitCode.BUDGET;
            case GateResult.Inconclusive open -> switch (report.strictness()) {
                case WARN -> ExitCode.OK;
                case FAIL -> ExitCode.INPUT;
            };
        };
        return report.now().incomplete().isEmpty() ? code : ExitCode.INPUT.or(code);
    }
}
