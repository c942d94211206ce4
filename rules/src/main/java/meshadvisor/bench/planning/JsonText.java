package meshadvisor.bench.planning;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A tree of maps, lists, texts, numbers and truth values as JSON (RFC 8259) on one line, as an argument of a program needs it. */
final class JsonText {

    private JsonText() {}

    /** The text. */
    static String of(Object tree) {
        return switch (tree) {
            case Map<?, ?> fields -> fields.entrySet().stream().map(e -> quoted(e.getKey().toString()) + ":" + of(e.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
            case Collection<?> items -> items.stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> quoted(tree.toString());
        };
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(JsonText::character).collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(int c) {
        return c == '"' || c == '\\' ? "\\" + (char) c : c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c);
    }
}
