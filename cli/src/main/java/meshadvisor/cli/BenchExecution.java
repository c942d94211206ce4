package meshadvisor.cli;

import java.time.Duration;
import java.util.function.Consumer;
import meshadvisor.bench.BenchPlan;
import meshadvisor.lab.run.Surroundings;

/** What carrying out a plan needs of this machine. */
record BenchExecution(BenchCluster cluster, BenchPlan plan, BenchJournal journal, Consumer<String> say) {

    /** All of it. */
    Surroundings surroundings() {
        Outside outside = cluster.outside();
        return new Surroundings(() -> cluster.owned(Duration.ofSeconds(plan.deadlineSeconds()).plusHours(1)), cluster::proved,
                BenchProgram.folder(outside),
                outside.clock(), journal, say);
    }
}
