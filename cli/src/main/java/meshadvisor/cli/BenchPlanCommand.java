package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Scene;
import meshadvisor.bench.planning.Description;
import meshadvisor.bench.planning.RightsRole;
import meshadvisor.catalog.Catalogue;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.format.Visible;
import meshadvisor.lab.file.BenchFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Shows what a benchmark would do, and does nothing. */
@Command(name = "plan", sortOptions = false, description = "Show what a benchmark would do to the cluster, and do nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor bench plan --variants app-mtls,istio-sidecar", "  meshadvisor bench plan --manifests",
                "  meshadvisor bench plan -o json=plan.json && meshadvisor bench run --plan plan.json"})
final class BenchPlanCommand implements Callable<Integer>, Checks {

    @Mixin
    BenchOptions bench;

    @Option(names = "--manifests", description = "Print every object in full.")
    boolean manifests;

    @Option(names = "--dry-run", paramLabel = "server", description = "server: have the API server check it, too.")
    String dryRun = "";

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT[=FILE]",
            description = "table, or json for --plan of bench run (default: table).")
    String output = "table";

    @Mixin
    ClusterOptions cluster;

    private final Outside outside;

    BenchPlanCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        BenchSetup.check(bench, outside, mistakes);
        if (!output.matches("table|json(=.+)?")) {
            mistakes.add(new UsageMistake("-o " + output + ": write table, json or json=FILE"));
        }
        BenchDryRun.check(dryRun, mistakes);
        BenchCluster.of(cluster, outside, mistakes);
        return mistakes;
    }

    @Override
    public Integer call() throws IOException {
        MistakesFound.stopAt(mistakes());
        BenchCluster way = BenchCluster.orStop(cluster, outside);
        Catalogue catalogue = Knowledge.read();
        Scene found = way.scene(catalogue);
        BenchPlan plan = BenchSetup.planned(bench, found, catalogue, outside);
        Scene scene = way.with(found, plan, catalogue);
        if (output.startsWith("json")) {
            write(plan);
        } else {
            print(plan, scene);
        }
        return (dryRun.isEmpty() ? ExitCode.OK : BenchDryRun.of(plan, way)).code();
    }

    private void write(BenchPlan plan) throws IOException {
        if (output.equals("json")) {
            outside.out().print(BenchFiles.text(plan));
        } else {
            BenchFiles.write(Path.of(output.substring("json=".length())), BenchFiles.text(plan));
        }
    }

    private void print(BenchPlan plan, Scene scene) {
        Description.summary(plan, scene).forEach(this::line);
        line("");
        line("Steps:");
        Description.steps(plan).forEach(this::line);
        line("");
        line("Rights that it needs:");
        RightsRole.lines(plan).forEach(right -> line("  " + right));
        if (manifests) {
            plan.steps().stream().flatMap(step -> Description.objects(step).stream()).forEach(this::yaml);
        }
        line("");
        line("The role that gives them; bind it with kubectl create clusterrolebinding meshadvisor-bench --clusterrole=meshadvisor-bench"
                + " --user=YOU");
        yaml(RightsRole.of(plan));
    }

    private void yaml(Manifest manifest) {
        outside.out().print(YAMLMapper.builder().build().writeValueAsString(manifest.object()));
    }

    private void line(String text) {
        outside.out().print(Visible.of(text) + "\n");
    }
}
