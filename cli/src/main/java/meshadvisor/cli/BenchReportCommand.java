package meshadvisor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchRun;
import meshadvisor.format.BenchDocument;
import meshadvisor.format.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a run of a benchmark shows, also while it is going on or after it was interrupted. */
@Command(name = "report", sortOptions = false, description = "Say what a run shows: which variant adds how much, and how sure that is.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor bench report bench-run.json", "  meshadvisor bench report bench-run.json -o table -o markdown=bench.md"})
final class BenchReportCommand implements Callable<Integer>, Checks {

    @Parameters(paramLabel = "FILE", description = "What meshadvisor bench run wrote, such as bench-run.json.")
    Path file = Path.of("");

    @Mixin
    OutputOptions outputs;

    @Mixin
    ColorOptions color;

    private final Outside outside;

    BenchReportCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        return outputs.mistakes();
    }

    @Override
    public Integer call() {
        List<Output> wanted = outputs.orStop();
        BenchRun run = BenchFile.runs(List.of(file)).getFirst();
        Document document = BenchDocument.of(run, Analysis.of(run));
        wanted.forEach(output -> output.write(document::write, outside, color));
        return ExitCode.OK.code();
    }
}
