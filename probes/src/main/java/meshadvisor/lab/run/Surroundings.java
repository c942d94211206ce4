package meshadvisor.lab.run;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.Step;
import meshadvisor.cluster.OwnedApi;

/**
 * What carrying out a plan needs of the world.
 *
 * @param cluster opens the way to the cluster; asked again for cleaning up, which must go well when the first way is lost
 * @param program the folder with the load generator's files
 * @param judge decides at looks
 * @param journal takes the run after each block, such as into a file
 * @param say is told how it goes, in lines
 */
public record Surroundings(Supplier<OwnedApi> cluster, Path program, InstantSource clock, Judge judge, Consumer<BenchRun> journal,
        Consumer<String> say) {

    /** Decides whether what has come back is enough. */
    public interface Judge {
        /** Looks at a run after some blocks. */
        Looked at(BenchRun run, Step.Look look);
    }

    /**
     * What a look gave.
     *
     * @param enough whether every wanted interval is narrow enough
     * @param sentence why, or why not
     */
    public record Looked(boolean enough, String sentence) {}
}
