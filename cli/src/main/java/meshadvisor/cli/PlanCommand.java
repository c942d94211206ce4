package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.advice.Advisor;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.format.Document;
import meshadvisor.format.PlanDocument;
import meshadvisor.format.PlanFolder;
import meshadvisor.plan.AdoptionPlan;
import meshadvisor.plan.Planner;
import meshadvisor.plan.Stated;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.plan.book.Playbook;
import meshadvisor.report.Assessment;
import meshadvisor.report.Pricing;
import meshadvisor.report.Report;
import meshadvisor.rule.Suppressions;
import meshadvisor.signal.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a plan of the advice: stages with commands, manifests, checks, budgets and the way back. */
@Command(name = "plan", sortOptions = false,
        description = "Make a plan of the advice, whatever it is: stages with commands, manifests, checks, budgets and the way back.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor plan deploy/ --answers answers.yaml", "  meshadvisor plan deploy/ --need mtls --into plan",
                "  meshadvisor plan deploy/ --consider istio-ambient --peak 800 -o markdown=plan.md",
                "  meshadvisor plan deploy/ --leave cilium"})
final class PlanCommand implements Callable<Integer>, Checks {

    private static final double MOST = 1e7;

    @Mixin
    AssessOptions input;

    @Mixin
    TrafficOptions traffic;

    @Option(names = "--consider", paramLabel = "MESH", split = ",",
            description = "Plan this mesh, whatever is advised. Repeatable.")
    Set<String> consider = new LinkedHashSet<>();

    @Option(names = "--leave", paramLabel = "MESH", split = ",",
            description = "Plan the way out of this mesh, whatever is advised. Repeatable.")
    Set<String> leave = new LinkedHashSet<>();

    @Option(names = "--peak", paramLabel = "RPS", description = "Requests a second of your busiest service at its peak, for the load test.")
    Optional<Double> peak = Optional.empty();

    @Option(names = "--surge", paramLabel = "FACTOR", description = "How many times the peak has to be borne.")
    Optional<Double> surge = Optional.empty();

    @Option(names = "--suppressions", paramLabel = "FILE", description = "Findings that need not be told again, each with a reason.")
    Optional<Path> suppressions = Optional.empty();

    @Option(names = "--into", paramLabel = "DIR",
            description = "Write a folder for each stage: what people read, manifests, budgets. What others wrote there is not touched.")
    Optional<Path> into = Optional.empty();

    @Mixin
    OutputOptions outputs;

    @Mixin
    ColorOptions color;

    private final Outside outside;

    PlanCommand(Outside outside) {
        this.outside = outside;
    }

    private record Checked(List<Output> outputs, Input.Prepared input, TrafficView traffic, List<Mistake> mistakes) {}

    private Checked check() {
        List<Mistake> mistakes = new ArrayList<>();
        List<Output> formats = Output.parse(outputs.words, mistakes);
        Input.Prepared prepared = Input.prepare(input, outside, mistakes);
        unplanned("--consider ", consider, prepared).forEach(mistakes::add);
        unplanned("--leave ", leave, prepared).forEach(mistakes::add);
        consider.stream().filter(leave::contains).forEach(m -> mistakes.add(new UsageMistake("--consider " + m + " and --leave " + m
                + ": say one of them")));
        peak.filter(p -> !(p > 0 && p <= MOST)).ifPresent(p -> mistakes.add(new UsageMistake("--peak " + p + " must be above 0")));
        surge.filter(s -> !(s >= 1 && s <= 100)).ifPresent(s -> mistakes.add(new UsageMistake("--surge " + s + " must be from 1 to 100")));
        TrafficView view = TrafficInput.prepare(traffic, input.withoutCluster(), outside, mistakes);
        return new Checked(formats, prepared, view, mistakes);
    }

    private static List<UsageMistake> unplanned(String option, Set<String> meshes, Input.Prepared prepared) {
        List<PathPattern> paths = Playbook.of(prepared.catalogue().library()).paths();
        String planned = paths.stream().filter(p -> !p.mesh().isEmpty()).map(PathPattern::of).sorted().collect(Collectors.joining(", "));
        Stream<String> unknown = Advisor.unknown(prepared.catalogue(), meshes).stream();
        Stream<String> unplanned = meshes.stream().filter(m -> paths.stream().noneMatch(p -> p.of().equals(m) || p.mesh().equals(m)))
                .map(m -> m + ": there is no plan for it; there are " + planned);
        return Stream.concat(unknown, unplanned).map(m -> new UsageMistake(option + m)).toList();
    }

    @Override
    public List<Mistake> mistakes() {
        return check().mistakes;
    }

    @Override
    public Integer call() {
        Checked checked = check();
        MistakesFound.stopAt(checked.mistakes);
        Suppressions silenced = SuppressionFile.read(suppressions);
        Input read = checked.traffic.look(checked.input.read(), checked.input.source().apiServer());
        World world = World.of(read.snapshot(), read.catalogue(), read.answers());
        Report report = Assessment.of(world, consider, silenced, Optional.of(Pricing.USUAL));
        AdoptionPlan plan = Planner.of(world, report.advice(), report.findings(), report.added(),
                new Stated(consider, leave, number(peak), number(surge)));
        Document document = PlanDocument.of(plan);
        checked.outputs.forEach(o -> o.write(document::write, outside, color));
        into.ifPresent(folder -> PlanDirectory.write(folder, PlanFolder.files(plan)));
        return read.ended("plan", outside).code();
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
