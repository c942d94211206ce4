package meshadvisor.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** In which formats, and where to. */
final class OutputOptions {

    @Option(names = {"-o", "--output"}, paramLabel = "FORMAT[=FILE]", completionCandidates = Output.Words.class,
            description = "One of ${COMPLETION-CANDIDATES}, on standard output or into FILE (default: table). Repeatable.")
    List<String> words = new ArrayList<>();

    /** What is wrong with them. */
    List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        Output.parse(words, mistakes);
        return mistakes;
    }

    /** All that are wanted; stops if one cannot be meant so. */
    List<Output> orStop() {
        List<Mistake> mistakes = new ArrayList<>();
        List<Output> wanted = Output.parse(words, mistakes);
        MistakesFound.stopAt(mistakes);
        return wanted;
    }
}
