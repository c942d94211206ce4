package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.bench.BenchRun;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.files.UnusableFile;
import meshadvisor.lab.file.BenchFiles;

/** Files of benchmarks that a user names. */
final class BenchFile {

    private BenchFile() {}

    /** Something that reads a file of a benchmark. */
    interface Reading<T> {
        T read(Path file) throws IOException, UnusableFile;
    }

    /** Reads runs; what is wrong with any of them is told at once. */
    static List<BenchRun> runs(List<Path> files) {
        return all(files, BenchFiles::run);
    }

    /** Reads a file; stops if it is none. */
    static <T> T one(Path file, Reading<T> reading) {
        return all(List.of(file), reading).getFirst();
    }

    private static <T> List<T> all(List<Path> files, Reading<T> reading) {
        List<Mistake> mistakes = new ArrayList<>();
        List<T> read = new ArrayList<>();
        for (Path file : files) {
            try {
                read.add(reading.read(file));
            } catch (NoSuchFileException e) {
                mistakes.add(new UsageMistake("there is no file " + file + "; meshadvisor bench run -o FILE writes one"));
            } catch (IOException e) {
                mistakes.add(
                        new UsageMistake(Files.isDirectory(file) ? file + " is a folder; give the file that meshadvisor bench run wrote"
                                : "cannot read " + file + ": " + e.getMessage()));
            } catch (UnusableFile e) {
                mistakes.add(new UsageMistake(e.sentence()));
            }
        }
        MistakesFound.stopAt(mistakes);
        return read;
    }
}
