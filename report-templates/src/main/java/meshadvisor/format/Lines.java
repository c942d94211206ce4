package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks explanations into lines, at blanks only: never at a hyphen, and inside backticks only where a line is too short for them. Unlike the
 * paths of a report, an address that is too long for a line is cut.
 */
final class Lines {

    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Lines(int width) {
        this.width = width;
    }

    /** The text in lines of at most so many characters; no line at all for an empty text. */
    static List<String> of(String text, int width) {
        Lines lines = new Lines(width);
        words(text).forEach(lines::add);
        lines.end();
        return List.copyOf(lines.lines);
    }

    private void add(String word) {
        if (word.contains(" ") && Wrap.width(word) > width) {
            List.of(word.split(" ", -1)).forEach(this::add);
            return;
        }
        if (!line.isEmpty() && Wrap.width(line.toString()) + 1 + Wrap.width(word) > width) {
            end();
        }
        String rest = word;
        while (Wrap.width(rest) > width) {
            int end = cut(rest);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        line.append(line.isEmpty() ? "" : " ").append(rest);
    }

    private void end() {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }

    /** Where a word that is longer than a line is cut: after a slash, as addresses are, or else where the line ends. */
    private int cut(String word) {
        int end = word.offsetByCodePoints(0, Math.min(width, word.codePointCount(0, word.length())));
        int slash = word.lastIndexOf('/', end - 1);
        return slash > 0 ? slash + 1 : end;
    }

    /** What must stay together: words, and all that stands between two backticks. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '`';
            if (Character.isWhitespace(c) && (!quoted || text.indexOf('`', i) < 0)) {
                flush(word, words);
            } else {
                word.append(Character.isWhitespace(c) ? ' ' : c);
            }
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
