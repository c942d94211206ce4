package meshadvisor.format;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180) for spreadsheets: every character can be seen, and no cell is a formula, whatever a name begins with. Lines
 * end with a line feed alone.
 */
final class Csv {

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\n"));
    }

    /** What begins like a formula gets an apostrophe, which spreadsheets take for "this is text". */
    private static String cell(String text) {
        String shown = Visible.of(text);
        String safe = !shown.isEmpty() && "=+-@|%".indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
        return safe.matches("[^,\"]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
