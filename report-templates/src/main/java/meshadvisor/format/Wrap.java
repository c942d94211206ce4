package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines for a screen of fixed-width characters. */
final class Wrap {

    private static final String MORE = "…";

    private Wrap() {}

    /** Columns that the text takes. */
    static int width(String text) {
        return text.codePoints().map(Wrap::width).sum();
    }

    /** East Asian characters take two columns, marks on other characters none. */
    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f || c >= 0xff00 && c <= 0xff60 || c >= 0xffe0 && c <= 0xffe6 || c >= 0x1f300 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd;
        return wide ? 2 : 1;
    }

    /** Lines of at most so many columns. A longer word stays whole, so that a path can be copied. */
    static List<String> lines(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.strip().split(" +", -1)) {
            int wanted = width(word);
            if (used > 0 && used + 1 + wanted > columns) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(used > 0 ? " " : "").append(word);
            used += wanted + (used > 0 ? 1 : 0);
        }
        lines.add(line.toString());
        return lines;
    }

    /** At most so many lines, none longer than the columns; an ellipsis stands for what is left out. */
    static List<String> lines(String text, int columns, int atMost) {
        List<String> all = lines(text, columns);
        List<String> kept = new ArrayList<>(all.subList(0, Math.min(atMost, all.size())));
        if (all.size() > atMost) {
            kept.set(atMost - 1, start(kept.getLast() + " " + all.get(atMost), columns - 1) + MORE);
        }
        return kept.stream().map(line -> clip(line, columns)).toList();
    }

    /** The text, without its end if it is too long. */
    static String clip(String text, int columns) {
        return width(text) <= columns ? text : start(text, columns - 1) + MORE;
    }

    /** The text, without its beginning if it is too long: of a path the end tells more. */
    static String clipStart(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        String mirrored = new StringBuilder(text).reverse().toString();
        return MORE + new StringBuilder(start(mirrored, columns - 1)).reverse();
    }

    private static String start(String text, int columns) {
        StringBuilder start = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            used += width(c);
            if (used > columns) {
                break;
            }
            start.appendCodePoint(c);
        }
        return start.toString().stripTrailing();
    }
}
