package meshadvisor.catalog;

import java.util.List;

/**
 * A sign in a pod by which something about its code is told.
 *
 * @param env name of a variable, {@code *} for any text; empty if it is no variable
 * @param annotation name of a pod annotation, likewise
 * @param word part of the command, the arguments or the value of a variable, likewise
 * @param image last part of the image's repository, likewise
 * @param values values that count; empty for any value that is not empty
 * @param says what it tells: for telemetry {@code on} or {@code off}, for runtimes the language
 */
public record Sign(String env, String annotation, String word, String image, List<String> values, String says, String source) {

    public Sign {
        env = Given.or(env, "");
        annotation = Given.or(annotation, "");
        word = Given.or(word, "");
        image = Given.or(image, "");
        values = Given.list(values);
        Given.needed(says, "says");
        Given.needed(source, "source");
    }
}
