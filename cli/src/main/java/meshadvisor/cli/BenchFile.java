package meshadvisor.cli;

import java.nio.file.Path;
import java.util.List;
import meshadvisor.bench.BenchRun;
import meshadvisor.lab.file.BenchFiles;

/** Files of benchmarks that a user names. */
final class BenchFile {

    private static final OwnFiles WRITTEN = new OwnFiles("meshadvisor bench run -o FILE", "the file that meshadvisor bench run wrote");

    private BenchFile() {}

    /** Reads runs; what is wrong with any of them is told at once. */
    static List<BenchRun> runs(List<Path> files) {
        return WRITTEN.read(files, BenchFiles::run);
    }

    /** Reads a file; stops if it is none. */
    static <T> T one(Path file, OwnFiles.Reading<T> reading) {
        return WRITTEN.read(List.of(file), reading).getFirst();
    }
}
