package meshadvisor.format;

import java.util.List;
import java.util.stream.Collectors;

/** Commands as a shell takes them: what it would read in a word is quoted, so that no name runs anything. */
final class Shell {

    private Shell() {}

    /** A command of words. */
    static String command(List<String> words) {
        return words.stream().map(Shell::word).collect(Collectors.joining(" "));
    }

    /** One word. */
    static String word(String word) {
        return word.matches("[A-Za-z0-9_./@%+=:,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
