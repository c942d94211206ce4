package meshadvisor.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import meshadvisor.load.record.Merge;
import meshadvisor.load.record.MergeRefused;
import meshadvisor.load.record.ResultTable;
import meshadvisor.load.record.RunJson;
import meshadvisor.load.record.RunReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Merges results of several generators. Exits with 2 if they do not fit together, or if a file cannot be written. */
@Command(name = "merge", description = "Merges results of several generators into one, without loss.", mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer>, Checks {

    @Option(names = "--run-json", paramLabel = "OUT", description = "Where the merged result goes. Required.")
    @Nullable
    Path runJson;

    @Option(names = "--hlog", paramLabel = "OUT", description = "Where the merged interval log goes. Required.")
    @Nullable
    Path hlog;

    @Parameters(arity = "0..*", paramLabel = "RUN.json", description = "Results, two or more; each names its interval log.")
    List<Path> files = List.of();

    @Spec
    CommandSpec spec;

    @Override
    public List<String> mistakes() {
        var mistakes = new Mistakes();
        mistakes.unless(runJson != null, "--run-json is missing: where the merged result goes");
        mistakes.unless(hlog != null, "--hlog is missing: where the merged interval log goes");
        mistakes.unless(!files.isEmpty(), "results are missing: name two or more");
        return mistakes.sentences();
    }

    @Override
    public Integer call() {
        var json = Objects.requireNonNull(runJson, "mistakes are looked for first");
        var log = Objects.requireNonNull(hlog, "mistakes are looked for first");
        List<String> mistakes = new ArrayList<>();
        try {
            Merge merge = Merge.of(files);
            Stream.of(json, log).filter(out -> merge.files().stream().anyMatch(in -> same(in, out)))
                    .forEach(out -> mistakes.add(out + ": is read, so it cannot be written: name another file"));
            if (same(json, log)) {
                mistakes.add(json + ": cannot take both the result and the interval log: name two files");
            }
            if (mistakes.isEmpty()) {
                return write(merge, json, log);
            }
        } catch (MergeRefused e) {
            mistakes.addAll(e.mistakes());
        }
        return Mistakes.tell(mistakes, spec.commandLine());
    }

    private int write(Merge merge, Path json, Path log) {
        try (OutputStream out = Files.newOutputStream(log)) {
            merge.writeLog(out);
        } catch (IOException e) {
            return unwritten(log, e);
        }
        RunReport report = merge.report(Version.text()).withLog(RunJson.logName(json, log));
        try {
            RunJson.write(report, json);
        } catch (IOException e) {
            return unwritten(json, e);
        }
        spec.commandLine().getOut().print(ResultTable.of(report));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private int unwritten(Path file, IOException why) {
        return Mistakes.tell(List.of(file + ": cannot be written: " + reason(file, why)), spec.commandLine());
    }

    private static String reason(Path file, IOException why) {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return "there is no folder " + folder;
        }
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        return switch (why) {
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> String.valueOf(why.getMessage());
        };
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }
}
