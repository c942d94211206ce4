package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.format.Visible;

/**
 * A picture of lines and words, with the table behind it. It is narrow, so that a telephone can show it as it is.
 *
 * @param id of the element, unique in a page
 * @param description what somebody who does not see the picture must know
 * @param height in the unit of the picture, of which its width is {@value #WIDTH}
 * @param table the same in words
 */
public record Chart(String id, String title, String description, double height, List<Mark> marks, Part.Grid table) {

    /** All pictures are as wide. */
    public static final int WIDTH = 360;

    /** How wide and how high a picture on paper may be, in 96ths of an inch, so that its words are as large as the text and it fits on a page. */
    private static final double PAPER_WIDTH = 450;
    private static final double PAPER_HEIGHT = 620;

    /** How wide a character is, in fonts that are rather wide. */
    static final double USUAL_CHARACTER = 7.2;
    static final double SMALL_CHARACTER = 6;

    /**
     * What is drawn: a line or an area where there is a path, else a word.
     *
     * @param style class of the style sheet, which also says where a word begins
     * @param path of SVG, empty for a word
     * @param text of a word
     */
    public record Mark(String style, String path, double x, double y, String text) {

        public Mark {
            text = Visible.of(text);
        }

        /** A line or an area, from letters of a path and numbers between them. */
        static Mark path(String style, Object... parts) {
            return new Mark(style, Stream.of(parts).map(Mark::word).collect(Collectors.joining()), 0, 0, "");
        }

        private static String word(Object part) {
            return part instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : part.toString();
        }

        /** A word. */
        static Mark word(String style, double x, double y, String text) {
            return new Mark(style, "", tenths(x), tenths(y), text);
        }

        /** Whether it is a line or an area. */
        public boolean drawn() {
            return !path.isEmpty();
        }

        private static double tenths(double value) {
            return Math.rint(value * 10) / 10;
        }
    }

    public Chart {
        title = Visible.of(title);
        description = Visible.of(description);
        marks = List.copyOf(marks);
    }

    /** What the picture shows of its plane. */
    public String viewBox() {
        return String.format(Locale.ROOT, "0 0 %d %.0f", WIDTH, height);
    }

    /** How wide it is on paper, in 96ths of an inch. */
    public long paperWidth() {
        return Math.round(WIDTH * paperScale());
    }

    /** How high it is on paper, in 96ths of an inch. */
    public long paperHeight() {
        return Math.round(height * paperScale());
    }

    private double paperScale() {
        return Math.min(PAPER_WIDTH / WIDTH, PAPER_HEIGHT / Math.max(1, height));
    }

    /** A word of at most so many characters, as no line of a picture breaks by itself. */
    static String cut(String text, int most) {
        String shown = Visible.of(text);
        return shown.codePointCount(0, shown.length()) <= most ? shown : shown.substring(0, shown.offsetByCodePoints(0, most - 1)) + "…";
    }

    /**
     * A text in lines of at most so many characters, broken at blanks, else after a hyphen, dot, slash or colon, else anywhere.
     *
     * @param most lines; the last one is cut
     */
    static List<String> lines(String text, int most, int lines) {
        List<String> all = new ArrayList<>();
        String rest = Visible.of(text);
        while (rest.length() > most && all.size() < lines - 1) {
            int end = end(rest, most);
            all.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        all.add(cut(rest, most));
        return all;
    }

    private static int end(String text, int most) {
        int blank = text.lastIndexOf(' ', most);
        int mark = IntStream.rangeClosed(1, most).filter(at -> "-./:".indexOf(text.charAt(at - 1)) >= 0).max().orElse(0);
        int end = blank > 0 ? blank : mark > most / 3 ? mark : most;
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    /** Whether a label and small words find room beside each other on a line across a picture. */
    static boolean beside(String label, String words) {
        return Visible.of(label).length() * USUAL_CHARACTER + Visible.of(words).length() * SMALL_CHARACTER < WIDTH - 2 * SMALL_CHARACTER;
    }

    /** The same under another id. */
    public Chart named(String other) {
        return new Chart(other, title, description, height, marks, table);
    }
}
