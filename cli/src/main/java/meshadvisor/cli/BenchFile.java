package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.bench.BenchRun;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.lab.file.BenchFiles;

/** Files with runs of benchmarks that a user names. */
final class BenchFile {

    private BenchFile() {}

    /** Reads all; what is wrong with any of them is told at once. */
    static List<BenchRun> read(List<Path> files) {
        List<Mistake> mistakes = new ArrayList<>();
        List<BenchRun> runs = new ArrayList<>();
        for (Path file : files) {
            try {
                runs.add(BenchFiles.run(file));
            } catch (NoSuchFileException e) {
                mistakes.add(new UsageMistake("there is no file " + file + "; meshadvisor bench run writes one"));
            } catch (IOException e) {
                mistakes.add(
                        new UsageMistake(Files.isDirectory(file) ? file + " is a folder; give the file that meshadvisor bench run wrote"
                                : "cannot read " + file + ": " + e.getMessage()));
            } catch (BenchFiles.Unusable e) {
                mistakes.add(new UsageMistake(e.sentence()));
            }
        }
        MistakesFound.stopAt(mistakes);
        return runs;
    }
}
