package meshadvisor.catalog;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import meshadvisor.model.Trait;

/**
 * How programs of one programming language are read: {@code probes/languages/<language>.yaml}.
 *
 * @param language as reports name it
 * @param configuration whether this is no programming language but files of settings beside one
 * @param files names of its files, {@code *} for any text
 * @param grammar what is no code in them
 * @param leaveOut tests, generated and copied files, in the language of {@code .gitignore}
 * @param builds files that say what a program needs
 * @param libraries that are known, those of the language itself among them
 * @param advise a library for each need that the libraries of this language can answer
 */
public record Language(String language, boolean configuration, List<String> files, Grammar grammar, List<String> leaveOut,
        List<BuildFile> builds, List<Kit> libraries, List<Advised> advise) {

    /**
     * What is no code.
     *
     * @param lineComments what begins a comment that ends with the line
     * @param blockComments what begins and ends a comment
     * @param strings what begins and ends a text, those of several lines among them
     */
    public record Grammar(List<String> lineComments, List<Ends> blockComments, List<Ends> strings) {
        public Grammar {
            lineComments = Given.list(lineComments);
            blockComments = Given.list(blockComments);
            strings = Given.list(strings);
        }
    }

    /**
     * How something begins and ends.
     *
     * @param lines whether it may go over several lines
     * @param raw whether a backslash in it means nothing
     */
    public record Ends(String from, String to, boolean lines, boolean raw) {
        public Ends {
            Given.needed(from, "from");
            Given.needed(to, "to");
        }
    }

    /**
     * What to use for a need.
     *
     * @param need id of the need
     * @param how what has to be done in each service
     * @param touches what shows the places that have to be changed; none where no code has to be
     */
    public record Advised(String need, String library, String how, List<Trait> touches) {
        public Advised {
            Given.needed(need, "need");
            Given.needed(library, "library");
            Given.needed(how, "how");
            touches = Given.list(touches);
        }
    }

    public Language {
        Given.needed(language, "language");
        files = Given.list(files);
        Given.needed(grammar, "grammar");
        leaveOut = Given.list(leaveOut);
        builds = Given.list(builds);
        libraries = Given.list(libraries);
        advise = Given.list(advise);
    }

    /** All languages of the knowledge, in the order of their names. */
    public static List<Language> all(Library library) {
        return library.readAll("languages/", ".yaml", Language.class);
    }

    /** The pattern of a text, which may be empty. */
    static Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no pattern: " + e.getDescription(), e);
        }
    }
}
