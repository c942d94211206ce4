package meshadvisor.cli;

import java.time.Duration;
import java.util.List;
import meshadvisor.bench.BenchPlan;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.format.Visible;
import meshadvisor.lab.run.Execution;
import meshadvisor.lab.run.Stopped;

/** A plan that the API server checks without making anything. */
final class BenchDryRun {

    private BenchDryRun() {}

    static void check(String word, List<Mistake> mistakes) {
        if (!word.isEmpty() && !word.equals("server")) {
            mistakes.add(new UsageMistake("--dry-run " + word + ": only server is known; bench plan alone asks nobody"));
        }
    }

    /** Asks, and says on standard error what came of it. */
    static ExitCode of(BenchPlan plan, BenchCluster cluster) {
        Outside outside = cluster.outside();
        try (OwnedApi api = cluster.owned(Duration.ofMinutes(5))) {
            List<String> refused = Execution.dry(plan, api, BenchProgram.folder(outside));
            refused.forEach(sentence -> outside.err().println(Visible.of(sentence)));
            outside.err().println(refused.isEmpty() ? "The API server would take the plan." : "The API server would refuse the plan.");
            return refused.isEmpty() ? ExitCode.OK : ExitCode.CLUSTER;
        } catch (Stopped stopped) {
            stopped.sentences().lines().forEach(sentence -> outside.err().println(Visible.of(sentence)));
        } catch (ApiFailure failure) {
            outside.err().println(Visible.of("The API server could not be asked: " + failure.what()));
        }
        return ExitCode.CLUSTER;
    }
}
