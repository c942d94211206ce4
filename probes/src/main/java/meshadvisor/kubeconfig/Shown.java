package meshadvisor.kubeconfig;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text of an input in a message: what could move a cursor, colour or reorder a line is written as a number, and long text is cut. */
final class Shown {

    private static final int LONGEST = 400;
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shown() {}

    static String of(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        return cut.codePoints().mapToObj(Shown::character).collect(Collectors.joining());
    }

    /** A command as it would be typed. */
    static String command(List<String> argv) {
        return argv.stream().map(Shown::word).collect(Collectors.joining(" "));
    }

    /** The last thing that a program said. */
    static String lastLine(String text) {
        return of(text.lines().map(String::strip).filter(line -> !line.isEmpty()).reduce("", (before, line) -> line));
    }

    private static String word(String word) {
        return PLAIN_WORD.matcher(word).matches() ? of(word) : "'" + of(word).replace("'", "'\\''") + "'";
    }

    private static String character(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> String.format("\\u{%x}", codePoint);
            default -> Character.toString(codePoint);
        };
    }
}
