package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands as a shell takes them: what it would read in a word is quoted, so that no name runs anything. */
final class Shell {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./@%+=:,-]+");

    private static final Pattern OPTION = Pattern.compile("--?[a-z-]+");
    private static final int WIDTH = 74;
    private static final int INDENTATION = 4;
    private static final String CONTINUED = " \\\n" + " ".repeat(INDENTATION);

    private Shell() {}

    /** A command of words. */
    static String command(List<String> words) {
        return words.stream().map(Shell::word).collect(Collectors.joining(" "));
    }

    /** A command of words over several lines, where it is longer than a terminal is wide. An option stays with its value. */
    static String lines(List<String> words) {
        List<String> units = new ArrayList<>();
        for (String each : words) {
            String last = units.isEmpty() ? "" : units.getLast();
            if (OPTION.matcher(last).matches() && !each.startsWith("-")) {
                units.set(units.size() - 1, last + " " + word(each));
            } else {
                units.add(word(each));
            }
        }
        StringBuilder text = new StringBuilder(units.getFirst());
        int column = text.length();
        for (String unit : units.subList(1, units.size())) {
            boolean fits = column + 1 + unit.length() <= WIDTH || column < INDENTATION;
            text.append(fits ? " " : CONTINUED).append(unit);
            column = fits ? column + 1 + unit.length() : INDENTATION + unit.length();
        }
        return text.toString();
    }

    /** One word. */
    static String word(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
