package meshadvisor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.ComparisonOfRuns;
import meshadvisor.format.ComparisonDocument;
import meshadvisor.format.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says whether variants add as much in one run as in another. */
@Command(name = "compare", sortOptions = false, description = "Say whether variants add as much in one run as in another.",
        footerHeading = "%nExamples:%n", footer = {"  meshadvisor bench compare before.json after.json"})
final class BenchCompareCommand implements Callable<Integer>, Checks {

    @Parameters(index = "0", paramLabel = "FIRST", description = "A run that meshadvisor bench run wrote.")
    Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "SECOND", description = "A later one; changes are second minus first.")
    Path second = Path.of("");

    @Mixin
    OutputOptions outputs;

    @Mixin
    ColorOptions color;

    private final Outside outside;

    BenchCompareCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        return outputs.mistakes();
    }

    @Override
    public Integer call() {
        List<Output> wanted = outputs.orStop();
        List<BenchRun> runs = BenchFile.runs(List.of(first, second));
        Document document = ComparisonDocument.of(ComparisonOfRuns.of(runs.getFirst(), runs.getLast()), runs.getLast());
        wanted.forEach(output -> output.write(document::write, outside, color));
        return ExitCode.OK.code();
    }
}
