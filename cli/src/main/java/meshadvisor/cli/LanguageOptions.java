package meshadvisor.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import meshadvisor.format.Language;
import picocli.CommandLine.Option;

/** Which language people read. It is never guessed from the environment: the same command writes the same characters everywhere. */
final class LanguageOptions {

    @Option(names = "--language", paramLabel = "LANG", completionCandidates = Tags.class,
            description = "Language of what people read: ${COMPLETION-CANDIDATES} (default: en). Sentences of rules stay English.")
    String language = Language.ENGLISH.tag();

    /** The languages that there are. */
    static final class Tags implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Language.tags().iterator();
        }
    }

    /** What is wrong with it, in a list for more. */
    List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (Language.of(language).isEmpty()) {
            mistakes.add(new Mistake.UsageMistake("--language " + language + ": there is no such language; there are "
                    + String.join(", ", Language.tags())));
        }
        return mistakes;
    }

    Language chosen() {
        return Language.of(language).orElse(Language.ENGLISH);
    }
}
