package meshadvisor.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import meshadvisor.catalog.Catalogue;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.format.PageText;
import meshadvisor.report.Page;
import meshadvisor.report.Pages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a word of the reports or of the field. */
@Command(name = "explain", description = "Explain a rule, need, mesh, answer, exit code or concept, or the course.")
final class Explain implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "What to explain, such as mtls, MA010, CERT_MANAGER, istio, "
            + "exit-5, course or course 4; without a word all are listed.")
    List<String> words = List.of();

    private final Outside outside;

    Explain(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Integer call() {
        Pages pages = pages(Knowledge.read());
        List<Page> found = words.isEmpty() ? List.of(pages.words()) : pages.of(words);
        if (found.isEmpty()) {
            throw new MistakesFound(unknown(pages));
        }
        outside.out().print(found.stream().map(p -> PageText.of(p, outside.terminal().width())).collect(Collectors.joining("\n")));
        return ExitCode.OK.code();
    }

    /** The pages of a catalogue, with the exit codes of this program. */
    static Pages pages(Catalogue catalogue) {
        Map<String, String> codes = new LinkedHashMap<>();
        Arrays.stream(ExitCode.values()).forEach(code -> codes.put(Integer.toString(code.code()), code.meaning()));
        return new Pages(catalogue, codes);
    }

    private Mistake unknown(Pages pages) {
        String word = String.join(" ", words);
        String meant = Similar.to(String.join("-", words), pages.known()).map(k -> "did you mean \"" + k + "\"? ").orElse("");
        return new UsageMistake("nothing is known of " + word + "; " + meant + "'" + outside.invokedAs() + " explain' lists all words");
    }
}
