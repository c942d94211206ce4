package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import meshadvisor.format.ChangesDocument;
import meshadvisor.format.JoinedResult;
import meshadvisor.format.JoinedResult.Source;
import meshadvisor.format.ReportFormat;
import meshadvisor.format.SavedResult;
import meshadvisor.format.Screen;
import meshadvisor.report.Changes;
import meshadvisor.report.Saved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows saved results again, several as one text, or says what changed since an earlier one. */
@Command(name = "report", sortOptions = false,
        description = "Show a saved result again in any format, join several into one text, or say what changed since an earlier one and why.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor report --from report.json -o html=report.html -o markdown=report.md",
                "  meshadvisor report --from report.json --from bench.json --from surge.json --from gate.json -o pdf=review.pdf",
                "  meshadvisor report --from report.json --compare last-month.json",
                "  meshadvisor report --from report.json --compare last-month.json -o html=changes.html"})
final class ReportCommand implements Callable<Integer>, Checks {

    @Option(names = "--from", paramLabel = "FILE", required = true,
            description = "What a command wrote with -o json. Repeatable: several are joined into one text, each as a chapter.")
    List<Path> from = new ArrayList<>();

    @Option(names = "--compare", paramLabel = "FILE",
            description = "An earlier one of the same system; both what meshadvisor assess -o json wrote.")
    Optional<Path> compare = Optional.empty();

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT[=FILE]", completionCandidates = Assess.Words.class,
            description = "One of ${COMPLETION-CANDIDATES}, on standard output or into FILE (default: table). Repeatable.")
    List<String> outputs = new ArrayList<>();

    @Option(names = "--exit-zero", description = "Exit with 0 although the assessment failed on what its --fail-on named.")
    boolean exitZero;

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
        if (compare.isPresent()) {
            if (from.size() > 1) {
                mistakes.add(new Mistake.UsageMistake("--compare says what changed in one assessment; give one --from, not " + from.size()
                        + ", or leave --compare out to join them"));
            }
            return new Checked(List.of(), Output.parse(outputs, mistakes), mistakes);
        }
        return new Checked(Wanted.parse(ReportFormat.class, outputs, mistakes), List.of(), mistakes);
    }

    @Override
    public List<Mistake> mistakes() {
        return check().mistakes;
    }

    @Override
    public Integer call() {
        Checked checked = check();
        MistakesFound.stopAt(checked.mistakes);
        if (compare.isPresent()) {
            changes(compare.get(), checked.changes);
            return ExitCode.OK.code();
        }
        List<Source> sources = SavedFile.read(from);
        boolean failed = sources.size() == 1 ? again(sources.getFirst(), checked.again) : joined(new JoinedResult(sources), checked.again);
        return (failed && !exitZero ? ExitCode.FINDINGS : ExitCode.OK).code();
    }

    private void changes(Path earlier, List<Output> wanted) {
        List<Saved> reports = ReportFile.all(List.of(earlier, from.getFirst()));
        var document = ChangesDocument.of(Changes.of(reports.getFirst(), reports.getLast()));
        wanted.forEach(output -> output.write(document::write, outside, color));
    }

    /** Shows one again, and tells whether it failed. */
    private boolean again(Source source, List<Wanted<ReportFormat>> wanted) {
        SavedResult result = source.result();
        MistakesFound.stopAt(wanted.stream().map(Wanted::format).filter(format -> !result.formats().contains(format))
                .map(format -> missing(format, source)).toList());
        wanted.forEach(output -> output.write((format, screen, out) -> result.write(format, view(screen), out), outside, color));
        return result.failed();
    }

    private ReportFormat.View view(Screen screen) {
        return new ReportFormat.View(Version.number(), screen, languages.chosen());
    }

    private static Mistake missing(ReportFormat format, Source source) {
        return new Mistake.UsageMistake("-o " + word(format) + " shows findings, which only what meshadvisor assess wrote holds, and not "
                + source.file() + "; it can be shown as " + words(source.result().formats()));
    }

    /** Shows several as one, and tells whether the assessment among them failed. */
    private boolean joined(JoinedResult joined, List<Wanted<ReportFormat>> wanted) {
        List<Mistake> mistakes = new ArrayList<>();
        joined.mistakes().forEach(m -> mistakes.add(new Mistake.UsageMistake(m)));
        wanted.stream().map(Wanted::format).filter(format -> !JoinedResult.formats().contains(format))
                .forEach(format -> mistakes.add(new Mistake.UsageMistake("-o " + word(format) + " cannot hold several results; show each by"
                        + " itself, or join them as " + words(JoinedResult.formats()))));
        MistakesFound.stopAt(mistakes);
        wanted.forEach(output -> output.write((format, screen, out) -> joined.write(format, view(screen), out), outside, color));
        return joined.failed();
    }

    private static String words(List<ReportFormat> formats) {
        return formats.stream().map(ReportCommand::word).collect(Collectors.joining(", "));
    }

    private static String word(ReportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
