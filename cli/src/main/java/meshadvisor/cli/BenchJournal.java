package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.planning.Joining;
import meshadvisor.lab.file.BenchFiles;

/**
 * The file of results, written anew after each block.
 *
 * @param earlier what it holds already and keeps
 */
record BenchJournal(Path file, Optional<BenchRun> earlier) implements Consumer<BenchRun> {

    @Override
    public void accept(BenchRun run) {
        try {
            BenchFiles.write(file, BenchFiles.text(earlier.map(before -> Joining.of(before, run)).orElse(run)));
        } catch (IOException e) {
            throw new MistakesFound(new Mistake.UsageMistake("cannot write " + file + ": " + e.getMessage()));
        }
    }
}
