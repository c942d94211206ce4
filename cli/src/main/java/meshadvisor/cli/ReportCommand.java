package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import meshadvisor.format.ChangesDocument;
import meshadvisor.format.Language;
import meshadvisor.format.ReportFormat;
import meshadvisor.format.SavedResult;
import meshadvisor.report.Changes;
import meshadvisor.report.Saved;
import meshadvisor.rule.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a saved result again, or says what changed since an earlier one. */
@Command(name = "report", sortOptions = false,
        description = "Show a saved result again in any format, or say what changed since an earlier one and why.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor report --from report.json -o html=report.html -o markdown=report.md",
                "  meshadvisor report --from report.json --compare last-month.json",
                "  meshadvisor report --from report.json --compare last-month.json -o html=changes.html"})
final class ReportCommand implements Callable<Integer>, Checks {

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "What a command wrote with -o json.")
    Path from = Path.of("");

    @Option(names = "--compare", paramLabel = "FILE",
            description = "An earlier one of the same system; both what meshadvisor assess -o json wrote.")
    Optional<Path> compare = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT[=FILE]", completionCandidates = Assess.Words.class,
            description = "One of ${COMPLETION-CANDIDATES}, on standard output or into FILE (default: table). Repeatable.")
    List<String> outputs = new ArrayList<>();

    @Mixin
    LanguageOptions languages;

    @Mixin
    ColorOptions color;

    private final Outside outside;

    ReportCommand(Outside outside) {
        this.outside = outside;
    }

    private record Checked(List<Wanted<ReportFormat>> again, List<Output> changes, List<Mistake> mistakes) {}

    private Checked check() {
        List<Mistake> mistakes = languages.mistakes();
        return compare.isPresent() ? new Checked(List.of(), Output.parse(outputs, mistakes), mistakes)
                : new Checked(Wanted.parse(ReportFormat.class, outputs, mistakes), List.of(), mistakes);
    }

    @Override
    public List<Mistake> mistakes() {
        return check().mistakes;
    }

    @Override
    public Integer call() {
        Checked checked = check();
        MistakesFound.stopAt(checked.mistakes);
        compare.ifPresentOrElse(earlier -> changes(earlier, checked.changes), () -> again(checked.again));
        return ExitCode.OK.code();
    }

    private void changes(Path earlier, List<Output> wanted) {
        List<Saved> reports = ReportFile.all(List.of(earlier, from));
        var document = ChangesDocument.of(Changes.of(reports.getFirst(), reports.getLast()));
        wanted.forEach(output -> output.write(document::write, outside, color));
    }

    private void again(List<Wanted<ReportFormat>> wanted) {
        Language language = languages.chosen();
        SavedResult result = SavedFile.read(from);
        MistakesFound.stopAt(wanted.stream().map(Wanted::format).filter(format -> !result.formats().contains(format))
                .map(format -> missing(format, result)).toList());
        wanted.forEach(output -> output.write(
                (format, screen, out) -> result.write(format, new ReportFormat.View(Version.number(), Severity.ERROR, screen, language),
                        out),
                outside, color));
    }

    private Mistake missing(ReportFormat format, SavedResult result) {
        return new Mistake.UsageMistake("-o " + word(format) + " shows findings, which only what meshadvisor assess wrote holds, and not "
                + from + "; it can be shown as " + result.formats().stream().map(ReportCommand::word).collect(Collectors.joining(", ")));
    }

    private static String word(ReportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
