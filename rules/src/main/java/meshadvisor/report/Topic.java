package meshadvisor.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Something that can be explained.
 *
 * @param word what users type
 * @param aliases other words for it
 * @param page made only when somebody wants it
 */
public record Topic(Kind kind, String word, String title, List<String> aliases, Supplier<Page> page) {

    /** What sort of thing it is, in the order in which they are listed. */
    public enum Kind {
        CONCEPT, NEED, MESH, RULE, ANSWER, EXIT, COURSE, TABLE;

        /** As a heading. */
        public String heading() {
            return switch (this) {
                case CONCEPT -> "Concepts";
                case NEED -> "Needs";
                case MESH -> "Meshes and their variants";
                case RULE -> "Rules";
                case ANSWER -> "Answers";
                case EXIT -> "Exit codes";
                case COURSE -> "The course";
                case TABLE -> "Overviews";
            };
        }
    }

    public Topic {
        aliases = List.copyOf(aliases);
    }

    /** Whether it is meant by a word in lower case; its kind may stand before it. */
    boolean answersTo(String wanted) {
        return words().anyMatch(w -> w.equals(wanted) || (prefix() + w).equals(wanted));
    }

    /** Everything by which it is found, in lower case. */
    Stream<String> words() {
        return Stream.concat(Stream.of(word), aliases.stream()).map(w -> w.toLowerCase(Locale.ROOT));
    }

    private String prefix() {
        return kind.name().toLowerCase(Locale.ROOT) + "-";
    }
}
