package meshadvisor.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.format.Visible;
import meshadvisor.lab.run.Cleaning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what benchmarks have in a cluster. */
@Command(name = "status", sortOptions = false, description = "Show what benchmarks, running or dead, have in the cluster.")
final class BenchStatusCommand implements Callable<Integer> {

    @Mixin
    ClusterOptions cluster;

    private final Outside outside;

    BenchStatusCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        try (OwnedApi api = BenchCluster.orStop(cluster, outside).owned(Duration.ofMinutes(5))) {
            List<Cleaning.Found> runs = new Cleaning(api).runs(outside.clock().instant());
            if (runs.isEmpty()) {
                outside.out().println("No benchmark has anything in this cluster.");
            }
            runs.forEach(this::print);
            return ExitCode.OK.code();
        } catch (ApiFailure failure) {
            outside.err().println(Visible.of("The cluster could not be asked: " + failure.what()));
            return ExitCode.CLUSTER.code();
        }
    }

    private void print(Cleaning.Found run) {
        outside.out().println(Visible.of(run.run() + ": begun " + words(run.age()) + " ago, " + run.pods() + " pods run; " + end(run)));
        run.namespaces().forEach(namespace -> outside.out().println(Visible.of("  " + namespace)));
        run.elsewhere().forEach(path -> outside.out().println(Visible.of("  " + path)));
        run.stuck().forEach(sentence -> outside.out().println(Visible.of("  " + sentence)));
    }

    private static String end(Cleaning.Found run) {
        String by = "; meshadvisor bench clean --run " + run.run() + " removes it now";
        return run.left().map(left -> left.isNegative() ? "its janitor should have removed it " + words(left.negated()) + " ago"
                : "its janitor removes it in " + words(left)).orElse("it has no janitor") + by;
    }

    /** In minutes, or in seconds below two of them. */
    static String words(Duration time) {
        return time.toSeconds() < 120 ? time.toSeconds() + " s" : time.toMinutes() + " min";
    }
}
