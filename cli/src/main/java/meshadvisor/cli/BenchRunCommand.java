package meshadvisor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.Scene;
import meshadvisor.bench.planning.Description;
import meshadvisor.bench.planning.Joining;
import meshadvisor.catalog.Catalogue;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.format.Visible;
import meshadvisor.lab.file.BenchFiles;
import meshadvisor.lab.run.Execution;
import meshadvisor.lab.run.Stopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries out a benchmark and writes down what came back. */
@Command(name = "run", sortOptions = false,
        description = "Measure on a cluster, and remove everything again. Ctrl-C ends it and removes everything, too.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor bench run --variants app-mtls,istio-sidecar --rates 200,1000", "  meshadvisor bench run --plan plan.json",
                "  meshadvisor bench run --resume bench-run.json", "  meshadvisor bench run --session 2 --into bench-run.json"})
final class BenchRunCommand implements Callable<Integer>, Checks {

    @Mixin
    BenchOptions bench;

    @Option(names = "--plan", paramLabel = "FILE", description = "Carry out this plan of bench plan -o json, whatever other options say.")
    Optional<Path> plan = Optional.empty();

    @Option(names = "--resume", paramLabel = "FILE", description = "Go on with a run that was interrupted.")
    Optional<Path> resume = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
            description = "Where results go, after each block (default: bench-run.json, or the file of --resume or --into).")
    Optional<Path> output = Optional.empty();

    @Option(names = "--into", paramLabel = "FILE", description = "A run that this one becomes another session of.")
    Optional<Path> into = Optional.empty();

    @Option(names = "--dry-run", paramLabel = "server", description = "server: have the API server check it, and do nothing.")
    String dryRun = "";

    @Option(names = "--i-understand", description = "Load a cluster although it looks like one that people depend on.")
    boolean understood;

    @Option(names = "--i-may-load", paramLabel = "NAMESPACE/NAME", description = "Consent to load the Service of --target, by its name.")
    Optional<String> consents = Optional.empty();

    @Option(names = "--install",
            description = "Install what is missing first with your own tools, on a cluster that looks throw-away only.")
    boolean install;

    @Mixin
    ClusterOptions cluster;

    private final Outside outside;

    BenchRunCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        BenchSetup.check(bench, outside, mistakes);
        if (plan.isPresent() && resume.isPresent() || into.isPresent() && resume.isPresent()) {
            mistakes.add(new UsageMistake("--resume FILE has a plan and a place for results: leave out --plan and --into"));
        }
        if (install && (plan.isPresent() || resume.isPresent())) {
            mistakes.add(new UsageMistake("--install changes what can be run: leave out --plan and --resume"));
        }
        if (install && bench.variants.isEmpty()) {
            mistakes.add(new UsageMistake("--install installs what --variants names: name what you want"));
        }
        if (install && !dryRun.isEmpty()) {
            mistakes.add(new UsageMistake("--dry-run changes nothing and --install does: leave out one of them"));
        }
        if (install && cluster.given().stream().anyMatch(option -> !option.equals("--kubeconfig") && !option.endsWith("timeout"))) {
            mistakes.add(new UsageMistake("--install runs your own tools, which know nothing of " + String.join(", ", cluster.given())
                    + ": make it the current context of a kubeconfig instead"));
        }
        Path folder = file().toAbsolutePath().getParent();
        if (Files.isDirectory(file()) || folder == null || !Files.isDirectory(folder)) {
            mistakes.add(new UsageMistake("-o " + file() + ": name a file in a folder that exists"));
        } else if (output.isEmpty() && into.isEmpty() && resume.isEmpty() && dryRun.isEmpty() && Files.exists(file())) {
            mistakes.add(new UsageMistake(
                    file() + " is there already: name another with -o, go on with it by --resume, or add to it by --into"));
        }
        BenchDryRun.check(dryRun, mistakes);
        BenchCluster.of(cluster, outside, mistakes);
        return mistakes;
    }

    private Path file() {
        return output.or(() -> into).or(() -> resume).orElse(Path.of("bench-run.json"));
    }

    @Override
    public Integer call() {
        MistakesFound.stopAt(mistakes());
        BenchCluster way = BenchCluster.orStop(cluster, outside);
        Catalogue catalogue = Knowledge.read();
        Scene found = scene(way, catalogue);
        Optional<BenchRun> earlier = resume.or(() -> into).map(file -> BenchFile.one(file, BenchFiles::run));
        BenchPlan chosen = chosen(found, catalogue, earlier);
        Scene scene = way.with(found, chosen, catalogue);
        stopIfUnsafe(scene, chosen, earlier);
        Description.summary(chosen, scene).forEach(this::say);
        if (!dryRun.isEmpty()) {
            return BenchDryRun.of(chosen, way).code();
        }
        BenchJournal journal = new BenchJournal(file(), into.isPresent() ? earlier : Optional.empty());
        try {
            BenchExecution execution = new BenchExecution(way, chosen, journal, this::say);
            return finished(resume.isPresent()
                    ? Execution.resume(Joining.under(chosen, earlier.orElseThrow()), scene, execution.surroundings()).run()
                    : Execution.begin(chosen, scene, execution.surroundings()).run());
        } catch (Stopped stopped) {
            stopped.sentences().lines().forEach(this::say);
            return ExitCode.CLUSTER.code();
        }
    }

    /** What a file says is done only if it is what this program would do: whoever wrote it may not have wished the cluster well. */
    private BenchPlan chosen(Scene scene, Catalogue catalogue, Optional<BenchRun> earlier) {
        if (resume.isPresent()) {
            return BenchSetup.again("--resume " + resume.get(), earlier.orElseThrow().plan(), scene, catalogue, outside);
        }
        return plan.isPresent()
                ? BenchSetup.again("--plan " + plan.get(), BenchFile.one(plan.get(), BenchFiles::plan), scene, catalogue, outside)
                : BenchSetup.planned(bench, scene, catalogue, outside);
    }

    private Scene scene(BenchCluster way, Catalogue catalogue) {
        Scene scene = way.scene(catalogue);
        return install && new BenchInstall(outside, cluster.kubeconfig).of(scene, catalogue, bench.variants) ? way.scene(catalogue) : scene;
    }

    private void stopIfUnsafe(Scene scene, BenchPlan chosen, Optional<BenchRun> earlier) {
        List<Mistake> mistakes = new ArrayList<>();
        String file = into.map(path -> "--into " + path).or(() -> resume.map(path -> "--resume " + path)).orElse("");
        earlier.filter(run -> into.isPresent()).map(run -> Joining.mistakes(run, chosen)).orElse(List.of())
                .forEach(sentence -> mistakes.add(new UsageMistake(file + ": " + sentence)));
        earlier.filter(run -> resume.isPresent()).map(Joining::over).orElse(List.of())
                .forEach(sentence -> mistakes.add(new UsageMistake(file + ": " + sentence)));
        earlier.map(run -> Joining.elsewhere(run, chosen, scene)).orElse(List.of())
                .forEach(sentence -> mistakes.add(new UsageMistake(file + ": " + sentence)));
        if (!scene.signsOfProduction().isEmpty() && !understood && dryRun.isEmpty()) {
            scene.signsOfProduction()
                    .forEach(sign -> mistakes.add(new UsageMistake("this may be a cluster that people depend on: " + sign)));
            mistakes.add(
                    new UsageMistake("a benchmark loads it, and who shares its nodes can feel that; if you may do so, say --i-understand"));
        }
        BenchTarget.consent(chosen, consents, !dryRun.isEmpty()).forEach(sentence -> mistakes.add(new UsageMistake(sentence)));
        scene.refused().forEach(sentence -> mistakes.add(new UsageMistake("the cluster would refuse this: " + sentence)));
        MistakesFound.stopAt(mistakes);
    }

    private int finished(BenchRun run) {
        run.warnings().forEach(warning -> say("Warning: " + warning));
        run.looks().stream().skip(Math.max(0, run.looks().size() - 1)).forEach(this::say);
        say("Wrote " + file() + " (" + run.cells().stream().filter(BenchRun.CellResult::valid).count() + " of " + run.cells().size()
                + " cells are valid); meshadvisor bench report " + file() + " says what it means.");
        return (switch (run.end()) {
            case PRECISE, LAST_LOOK, BUDGET -> ExitCode.OK;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case ABORTED, RUNNING -> ExitCode.INPUT;
        }).code();
    }

    private void say(String line) {
        outside.err().println(Visible.of(line));
        outside.err().flush();
    }
}
