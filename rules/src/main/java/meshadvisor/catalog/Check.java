package meshadvisor.catalog;

import java.util.List;

/**
 * A knowledge check of the course that a sample answers. Those that a text answers are concepts.
 *
 * @param sample name of a folder in {@code sample-clusters}
 * @param answersFile name of the file in it that says what only people know, empty if there is none
 * @param shows what to look at in the report
 */
public record Check(int number, String question, String sample, String answersFile, String shows, List<String> see) {

    public Check {
        Given.needed(question, "question");
        Given.needed(sample, "sample");
        Given.needed(shows, "shows");
        answersFile = Given.or(answersFile, "");
        see = Given.list(see);
    }
}
