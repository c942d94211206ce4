package meshadvisor.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.bench.BenchPlan;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.format.Visible;
import meshadvisor.lab.run.DryRun;
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

    /** What was checked, what was not, and what came of it. */
    static List<String> words(DryRun dry) {
        List<String> words = new ArrayList<>(dry.refused());
        words.add("Rights, names and the load generator's files were checked, and the API server checked as if they were made: "
                + String.join(", ", dry.checked()) + ".");
        words.add("Of " + String.join(", ", dry.unchecked())
                + " only the kinds could be checked, because their namespaces do not exist yet: what"
                + " quotas, limits, Pod Security and webhooks say to these shows when they are made.");
        words.add(dry.refused().isEmpty() ? "What was checked would be taken." : "The API server would refuse the plan.");
        return List.copyOf(words);
    }

    /** Asks, and says on standard error what came of it. */
    static ExitCode of(BenchPlan plan, BenchCluster cluster) {
        Outside outside = cluster.outside();
        try (OwnedApi api = cluster.owned(Duration.ofMinutes(5))) {
            DryRun dry = Execution.dry(plan, api, BenchProgram.folder(outside));
            words(dry).forEach(sentence -> outside.err().println(Visible.of(sentence)));
            return dry.refused().isEmpty() ? ExitCode.OK : ExitCode.CLUSTER;
        } catch (Stopped stopped) {
            stopped.sentences().lines().forEach(sentence -> outside.err().println(Visible.of(sentence)));
        } catch (ApiFailure failure) {
            outside.err().println(Visible.of("The API server could not be asked: " + failure.what()));
        }
        return ExitCode.CLUSTER;
    }
}
