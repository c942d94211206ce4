package meshadvisor.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.format.Visible;
import meshadvisor.lab.run.Cleaning;
import meshadvisor.lab.run.Stopped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what benchmarks have left. */
@Command(name = "clean", sortOptions = false,
        description = "Remove what benchmarks have in the cluster, found by the labels of their owner; a run that goes on ends.")
final class BenchCleanCommand implements Callable<Integer>, Checks {

    private static final int WAIT_SECONDS = 180;

    @Option(names = "--run", paramLabel = "NAME", split = ",", description = "A run, as bench status names it. Repeatable.")
    Set<String> runs = new LinkedHashSet<>();

    @Option(names = "--all", description = "All runs of everybody.")
    boolean all;

    @Mixin
    ClusterOptions cluster;

    private final Outside outside;

    BenchCleanCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (all != runs.isEmpty()) {
            mistakes.add(new UsageMistake("say which runs: --run NAME as bench status shows them, or --all for those of everybody"));
        }
        BenchCluster.of(cluster, outside, mistakes);
        return mistakes;
    }

    @Override
    public Integer call() throws InterruptedException {
        MistakesFound.stopAt(mistakes());
        try (OwnedApi api = BenchCluster.orStop(cluster, outside).owned(Duration.ofMinutes(30))) {
            Cleaning cleaning = new Cleaning(api);
            List<String> there = cleaning.runs(outside.clock().instant()).stream().map(Cleaning.Found::run).toList();
            List<String> left = new ArrayList<>();
            for (String run : all ? there : runs) {
                if (there.contains(run)) {
                    left.addAll(removed(cleaning, run));
                } else {
                    outside.out().println(Visible.of(run + " has nothing in this cluster."));
                }
            }
            return (left.isEmpty() ? ExitCode.OK : ExitCode.CLUSTER).code();
        } catch (ApiFailure failure) {
            outside.err().println(Visible.of("The cluster could not be asked: " + failure.what()));
            return ExitCode.CLUSTER.code();
        } catch (Stopped stopped) {
            outside.err().println(Visible.of(stopped.sentences()));
            return ExitCode.INTERRUPTED.code();
        }
    }

    private List<String> removed(Cleaning cleaning, String run) throws ApiFailure, Stopped {
        List<String> left = cleaning.remove(run, WAIT_SECONDS);
        outside.out().println(Visible.of(left.isEmpty() ? run + " is removed." : run + " is not removed wholly:"));
        left.forEach(sentence -> outside.out().println(Visible.of("  " + sentence)));
        outside.out().flush();
        return left;
    }
}
