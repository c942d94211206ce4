package meshadvisor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import meshadvisor.catalog.Catalogue;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.format.Document;
import meshadvisor.format.SurgeDocument;
import meshadvisor.signal.World;
import meshadvisor.simulate.OwnCluster;
import meshadvisor.simulate.Study;
import meshadvisor.simulate.SurgeOrder;
import meshadvisor.simulate.SurgeOrder.Extent;
import meshadvisor.simulate.input.Premises;
import meshadvisor.simulate.input.Scenario;
import meshadvisor.simulate.input.SurgeModel;
import meshadvisor.simulate.input.Surges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a surge of traffic does to a cluster with a mesh, and what each remedy is worth. */
@Command(name = "surge", sortOptions = false,
        description = "Say what a surge of traffic does to a cluster with a mesh, and what each remedy is worth (docs/simulate.md).",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor simulate surge --factor 8", "  meshadvisor simulate surge deploy/ --mesh istio-sidecar -o json=surge.json",
                "  meshadvisor simulate surge --scenario war-story"})
final class SimulateSurgeCommand implements Callable<Integer>, Checks {

    private static final double USUAL_FACTOR = 8;
    private static final int USUAL_MINUTES = 60;
    private static final int USUAL_RUNS = 40;
    private static final double MOST_FACTOR = 100;
    private static final int MOST_MINUTES = 1440;
    private static final int LEAST_RUNS = 10;
    private static final int MOST_RUNS = 2000;

    @Mixin
    AssessOptions input;

    @Option(names = "--factor", paramLabel = "N", description = "Times the usual traffic (default: 8, or the scenario's).")
    Optional<Double> factor = Optional.empty();

    @Option(names = "--minutes", paramLabel = "N", description = "Simulated minutes (default: 60, or the scenario's).")
    Optional<Integer> minutes = Optional.empty();

    @Option(names = "--mesh", paramLabel = "VARIANT",
            description = "The mesh, such as istio-sidecar (default: the one that runs, or the scenario's).")
    Optional<String> mesh = Optional.empty();

    @Option(names = "--scenario", paramLabel = "NAME|FILE",
            description = "A surge that is told, in the place of a cluster: war-story, or a file of that form.")
    Optional<String> scenario = Optional.empty();

    @Option(names = "--runs", paramLabel = "N", description = "Points of the space of what is not known (default: 40).")
    int runs = USUAL_RUNS;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same result (default: 1).")
    long seed = 1;

    @Mixin
    OutputOptions outputs;

    @Mixin
    ColorOptions color;

    private final Outside outside;

    SimulateSurgeCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>(outputs.mistakes());
        factor.filter(f -> !(f >= 1 && f <= MOST_FACTOR)).ifPresent(f -> mistakes.add(outside("--factor", f, 1, MOST_FACTOR)));
        minutes.filter(m -> m < 1 || m > MOST_MINUTES).ifPresent(m -> mistakes.add(outside("--minutes", m, 1, MOST_MINUTES)));
        if (runs < LEAST_RUNS || runs > MOST_RUNS) {
            mistakes.add(outside("--runs", runs, LEAST_RUNS, MOST_RUNS));
        }
        Surges surges = Surges.of(Knowledge.read().library());
        mesh.filter(m -> surges.model(m).isEmpty()).ifPresent(m -> mistakes.add(new UsageMistake("--mesh " + m
                + ": no model of it; " + Known.hint(m, SurgeScenarios.variants(surges)))));
        if (scenario.isPresent()) {
            SurgeScenarios.check(scenario.get(), surges, mistakes);
            if (!input.withoutCluster().isEmpty()) {
                mistakes.add(new UsageMistake("--scenario tells the cluster, too: give either a scenario or a PATH or snapshot"));
            }
        } else {
            Input.prepare(input, outside, mistakes);
        }
        return mistakes;
    }

    private static Mistake outside(String option, Number given, double least, double most) {
        return new UsageMistake(String.format(Locale.ROOT, "%s %s must be from %.0f to %.0f", option, given, least, most));
    }

    @Override
    public Integer call() {
        MistakesFound.stopAt(mistakes());
        List<Output> wanted = outputs.orStop();
        SurgeOrder order = scenario.isPresent() ? told(scenario.get()) : own();
        Document document = SurgeDocument.of(Study.of(order));
        wanted.forEach(output -> output.write(document::write, outside, color));
        return ExitCode.OK.code();
    }

    private SurgeOrder told(String named) {
        Surges surges = Surges.of(Knowledge.read().library());
        Scenario story = SurgeScenarios.read(named, surges);
        SurgeModel model = surges.model(mesh.orElse(story.variant())).orElseThrow();
        Extent extent = new Extent(factor.orElse(story.factor()), minutes.orElse(story.minutes()), seed, runs);
        boolean asTold = model.variant().equals(story.variant()) && extent.factor() == story.factor();
        return new SurgeOrder(surges, Premises.of(story), model, story.known(), extent, asTold ? story.told() : new Scenario.Told(0, 0));
    }

    private SurgeOrder own() {
        Input read = Input.prepare(input, outside, new ArrayList<>()).read();
        Catalogue catalogue = read.catalogue();
        Surges surges = Surges.of(catalogue.library());
        World world = World.of(read.snapshot(), catalogue, read.answers());
        String variant = mesh.orElseGet(() -> OwnCluster.runs(world));
        SurgeModel model = surges.model(variant).orElseThrow(() -> new MistakesFound(new UsageMistake(
                (variant.isEmpty() ? "no mesh runs there" : "there is no model of " + variant) + "; say with --mesh which one to simulate: "
                        + String.join(", ", SurgeScenarios.variants(surges)))));
        OwnCluster own = OwnCluster.of(world, model, surges.space(model));
        if (own.premises().crews().isEmpty()) {
            throw new MistakesFound(new UsageMistake("no application service was found in " + own.premises().title()
                    + "; give manifests or a cluster with some, or --service NAME"));
        }
        Extent extent = new Extent(factor.orElse(USUAL_FACTOR), minutes.orElse(USUAL_MINUTES), seed, runs);
        return new SurgeOrder(surges, own.premises(), model, own.known(), extent, new Scenario.Told(0, 0));
    }
}
