package meshadvisor.format;

import java.util.Locale;

/**
 * Text whose every character can be seen. Names come from manifests of strangers: an escape sequence could clear the screen, a
 * bidirectional override could make one name look like another.
 */
public final class Visible {

    private Visible() {}

    /** Whether a character steers, hides or turns others: controls (C0, C1, ESC), format characters (bidi, joiners), line separators. */
    static boolean hidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** The text with hidden characters spelled out: {@code \x1b}, <code>&#92;u202e</code>. */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Visible::hidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (hidden(c)) {
                shown.append(String.format(Locale.ROOT, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}
