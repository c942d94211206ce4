package meshadvisor.lab.run;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Variant;
import meshadvisor.cluster.OwnedApi;

/**
 * What carrying out a plan needs of the world.
 *
 * @param cluster opens the way to the cluster; asked again for cleaning up, which must go well when the first way is lost
 * @param fields sees the proofs of a variant that stand in fields of objects, as they are now
 * @param program the folder with the load generator's files
 * @param journal takes the run after each block, such as into a file
 * @param say is told how it goes, in lines
 */
public record Surroundings(Supplier<OwnedApi> cluster, Function<Variant, List<Proved>> fields, Path program, InstantSource clock,
        Consumer<BenchRun> journal, Consumer<String> say) {}
