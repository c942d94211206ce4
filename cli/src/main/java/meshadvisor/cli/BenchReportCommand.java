package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchRun;
import meshadvisor.format.BenchDocument;
import meshadvisor.format.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a run of a benchmark shows, also while it is going on or after it was interrupted. */
@Command(name = "report", sortOptions = false, description = "Say what a run shows: which variant adds how much, and how sure that is.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor bench report bench-run.json", "  meshadvisor bench report bench-run.json -o table -o markdown=bench.md"})
final class BenchReportCommand implements Callable<Integer>, Checks {

    @Parameters(paramLabel = "FILE", description = "What meshadvisor bench run wrote, such as bench-run.json.")
    Path file = Path.of("");

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT[=FILE]", completionCandidates = Output.Words.class,
            description = "One of ${COMPLETION-CANDIDATES}, on standard output or into FILE (default: table). Repeatable.")
    List<String> outputs = new ArrayList<>();

    @Mixin
    ColorOptions color;

    private final Outside outside;

    BenchReportCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        Output.parse(outputs, mistakes);
        return mistakes;
    }

    @Override
    public Integer call() {
        List<Mistake> mistakes = new ArrayList<>();
        List<Output> wanted = Output.parse(outputs, mistakes);
        MistakesFound.stopAt(mistakes);
        BenchRun run = BenchFile.runs(List.of(file)).getFirst();
        Document document = BenchDocument.of(run, Analysis.of(run));
        wanted.forEach(output -> output.write(document::write, outside, color));
        return ExitCode.OK.code();
    }
}
