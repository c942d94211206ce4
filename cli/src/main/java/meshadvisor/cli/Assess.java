package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import meshadvisor.advice.Advisor;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchRun;
import meshadvisor.format.ReportFormat;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.report.Assessment;
import meshadvisor.report.BenchFacts;
import meshadvisor.report.Pricing;
import meshadvisor.report.Report;
import meshadvisor.rule.Severity;
import meshadvisor.rule.Suppressions;
import meshadvisor.signal.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether a mesh is needed, and why. */
@Command(name = "assess", sortOptions = false, description = "Say whether a mesh is needed, and why.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor assess deploy/", "  helm template shop ./chart | meshadvisor assess -f -",
                "  meshadvisor assess deploy/ --need mtls -o table -o json=report.json", "  meshadvisor assess deploy/ --consider istio"})
final class Assess implements Callable<Integer>, Checks {

    @Mixin
    AssessOptions input;

    @Mixin
    TrafficOptions traffic;

    @Option(names = "--interactive", description = "Ask the open questions one by one first.")
    boolean interactive;

    @Option(names = "--consider", paramLabel = "MESH", split = ",", description = "A proposal to judge, whatever the verdict. Repeatable.")
    Set<String> consider = new LinkedHashSet<>();

    @Option(names = "--suppressions", paramLabel = "FILE", description = "Findings that need not be told again, each with a reason.")
    Optional<Path> suppressions = Optional.empty();

    @Option(names = "--bench", paramLabel = "FILE",
            description = "What meshadvisor bench run measured, to stand beside the advice (docs/bench.md). Repeatable.")
    List<Path> benches = new ArrayList<>();

    @Mixin
    PriceOptions prices;

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT[=FILE]", completionCandidates = Words.class,
            description = "One of ${COMPLETION-CANDIDATES}, on standard output or into FILE (default: table). Repeatable.")
    List<String> outputs = new ArrayList<>();

    @Option(names = "--fail-on", paramLabel = "SEVERITY",
            description = "Exit with 3 if there are findings of this severity or worse: info, warning, error.")
    Optional<Severity> failOn = Optional.empty();

    @Option(names = "--min-coverage", paramLabel = "PERCENT", description = "Exit with 5 if less of the input was understood.")
    Optional<Integer> minCoverage = Optional.empty();

    @Option(names = "--fail-if-empty", description = "Exit with 5 if there is no object to assess.")
    boolean failIfEmpty;

    @Option(names = "--exit-zero", description = "Exit with 0 whatever was found.")
    boolean exitZero;

    @Mixin
    LanguageOptions languages;

    @Mixin
    ColorOptions color;

    @Spec
    CommandSpec spec;

    private final Outside outside;

    Assess(Outside outside) {
        this.outside = outside;
    }

    /** The words for formats. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Wanted.words(ReportFormat.class).iterator();
        }
    }

    /** Options that cannot be meant so. */
    @Override
    public List<Mistake> mistakes() {
        return check().mistakes;
    }

    private record Checked(List<Wanted<ReportFormat>> outputs, Input.Prepared input, TrafficView traffic, Pricing pricing,
            List<Mistake> mistakes) {}

    private Checked check() {
        List<Mistake> mistakes = languages.mistakes();
        List<Wanted<ReportFormat>> wanted = Wanted.parse(ReportFormat.class, outputs, mistakes);
        if (interactive && input.allPaths().contains("-")) {
            mistakes.add(new Mistake.UsageMistake("--interactive reads answers from standard input, which - gives to the manifests; "
                    + "write the manifests into a file"));
        }
        minCoverage.filter(m -> m < 0 || m > 100)
                .ifPresent(m -> mistakes.add(new Mistake.UsageMistake("--min-coverage " + m + " must be from 0 to 100")));
        Input.Prepared prepared = Input.prepare(input, outside, mistakes);
        Advisor.unknown(prepared.catalogue(), consider).forEach(m -> mistakes.add(new Mistake.UsageMistake("--consider " + m)));
        TrafficView view = TrafficInput.prepare(traffic, input.withoutCluster(), outside, mistakes);
        return new Checked(wanted, prepared, view, CostInput.pricing(prices, List.of(), prepared.catalogue(), mistakes), mistakes);
    }

    @Override
    public Integer call() {
        Checked checked = check();
        MistakesFound.stopAt(checked.mistakes);
        List<BenchRun> runs = BenchFile.runs(benches);
        Input read = checked.traffic.look(checked.input.read(), checked.input.source().apiServer());
        Suppressions silenced = SuppressionFile.read(suppressions);
        if (interactive) {
            read = Interview.hold(read, outside);
        }
        ClusterSnapshot snapshot = read.snapshot().reading(InputFiles.of(named()));
        World world = World.of(snapshot, read.catalogue(), read.answers());
        Report assessed = Assessment.of(world, consider, silenced, Optional.of(checked.pricing));
        Report advised = checked.outputs.stream().anyMatch(o -> o.format().plans()) ? Assessment.planned(world, assessed) : assessed;
        Report report = advised.with(runs.stream().map(run -> BenchFacts.of(run, Analysis.of(run), advised)).toList())
                .with(new Report.Made(Version.number(), failOn));
        checked.outputs
                .forEach(o -> o.write((format, screen, out) -> format.write(report, new ReportFormat.View(Version.number(), screen,
                        languages.chosen()), out), outside, color));
        if (report.scope().documents() == 0) {
            outside.err().println("meshadvisor: no object to assess was found in " + String.join(", ", report.scope().paths()));
        }
        minCoverage.filter(m -> report.scope().coveragePercent() < m)
                .ifPresent(m -> outside.err().println("meshadvisor: only " + report.scope().coveragePercent()
                        + " % of the input was understood, less than the " + m + " % of --min-coverage; the report lists what is missing"));
        return exitZero ? ExitCode.OK.code() : exitCode(report).code();
    }

    /** Files besides the manifests. */
    private Set<Path> named() {
        Set<Path> named = new LinkedHashSet<>(input.snapshots);
        named.addAll(benches);
        named.addAll(traffic.traces);
        Stream.of(input.answers, input.thresholds, suppressions, prices.prices).flatMap(Optional::stream).forEach(named::add);
        return named;
    }

    private ExitCode exitCode(Report report) {
        boolean incomplete = report.scope().unreadable() > 0 || failIfEmpty && report.scope().documents() == 0
                || minCoverage.filter(m -> report.scope().coveragePercent() < m).isPresent();
        return (incomplete ? ExitCode.INPUT : ExitCode.OK).or(report.failed() ? ExitCode.FINDINGS : ExitCode.OK);
    }
}
