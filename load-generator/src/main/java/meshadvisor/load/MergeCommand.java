package meshadvisor.load;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import meshadvisor.load.record.Merge;
import meshadvisor.load.record.MergeRefused;
import meshadvisor.load.record.ResultTable;
import meshadvisor.load.record.RunJson;
import meshadvisor.load.record.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Merges results of several generators. Exits with 2 if they do not fit together, with 1 if files cannot be written. */
@Command(name = "merge", description = "Merges results of several generators into one, without loss.", mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {

    @Option(names = "--run-json", required = true, paramLabel = "OUT", description = "Where the merged result goes.")
    private Path runJson = Path.of("");

    @Option(names = "--hlog", required = true, paramLabel = "OUT", description = "Where the merged interval log goes.")
    private Path hlog = Path.of("");

    @Parameters(arity = "1..*", paramLabel = "RUN.json", description = "Results; each names its interval log.")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Merge merge = Merge.of(files);
            List<Path> overwritten = Stream.of(runJson, hlog).filter(out -> merge.files().stream().anyMatch(in -> same(in, out))).toList();
            overwritten.forEach(out -> err.println(out + ": is read, so it cannot be written: name another file"));
            return overwritten.isEmpty() ? write(merge) : 2;
        } catch (MergeRefused e) {
            e.mistakes().forEach(err::println);
            return 2;
        }
    }

    private int write(Merge merge) throws IOException {
        try (OutputStream out = Files.newOutputStream(hlog)) {
            merge.writeLog(out);
        }
        RunReport report = merge.report(Version.text()).withLog(RunJson.logName(runJson, hlog));
        RunJson.write(report, runJson);
        spec.commandLine().getOut().print(ResultTable.of(report));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
}
