package meshadvisor.catalog;

import java.util.List;

/**
 * What an answer code means.
 *
 * @param next the concrete next step
 */
public record AnswerText(String code, String title, String means, String next, List<String> cheaperThan) {

    public AnswerText {
        Given.needed(code, "code");
        Given.needed(means, "means");
        Given.needed(next, "next");
        cheaperThan = Given.list(cheaperThan);
    }
}
