package meshadvisor.format;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands as a shell takes them: what it would read in a word is quoted, so that no name runs anything. */
final class Shell {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+=:,-]+");

    private Shell() {}

    /** A command of words. */
    static String command(List<String> words) {
        return words.stream().map(Shell::word).collect(Collectors.joining(" "));
    }

    /** One word. */
    static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
