package meshadvisor.catalog;

import java.util.List;

/**
 * A fact that only people know.
 *
 * @param id key in the answers file
 * @param options possible answers; {@code number} alone stands for any whole number
 * @param why what the answer is good for
 */
public record Question(String id, String ask, List<String> options, String why) {

    public Question {
        Given.needed(id, "id");
        Given.needed(ask, "ask");
        options = Given.list(options);
        why = Given.or(why, "");
    }
}
