package meshadvisor.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import meshadvisor.format.ChangesDocument;
import meshadvisor.format.Document;
import meshadvisor.report.Changes;
import meshadvisor.report.Saved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what changed from one saved report to another. */
@Command(name = "report", sortOptions = false, description = "Say what changed from one saved report to another, and why.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor report --from report.json --compare last-month.json",
                "  meshadvisor report --from report.json --compare last-month.json -o html=changes.html"})
final class ReportCommand implements Callable<Integer>, Checks {

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "A report that meshadvisor assess -o json wrote.")
    Path from = Path.of("");

    @Option(names = "--compare", paramLabel = "FILE", required = true, description = "An earlier one of the same system.")
    Path compare = Path.of("");

    @Mixin
    OutputOptions outputs;

    @Mixin
    ColorOptions color;

    private final Outside outside;

    ReportCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        return outputs.mistakes();
    }

    @Override
    public Integer call() {
        List<Output> wanted = outputs.orStop();
        List<Saved> reports = ReportFile.all(List.of(compare, from));
        Document document = ChangesDocument.of(Changes.of(reports.getFirst(), reports.getLast()));
        wanted.forEach(output -> output.write(document::write, outside, color));
        return ExitCode.OK.code();
    }
}
