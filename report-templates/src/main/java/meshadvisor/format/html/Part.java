package meshadvisor.format.html;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.format.Visible;

/** What stands in a section. Every text shows all of its characters, as names come from strangers; markup is made harmless by the templates. */
public sealed interface Part {

    /** By which the templates tell them apart. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** Sentences, and what belongs to them. */
    record Points(List<Point> points) implements Part {
        public Points {
            points = List.copyOf(points);
        }
    }

    /** A sentence that leads to what follows; paper alone has it, where the two could stand on different pages. */
    record Lead(List<Point> points) implements Part {
        public Lead {
            points = List.copyOf(points);
        }
    }

    /**
     * A sentence.
     *
     * @param place where it is written, empty if nowhere
     */
    record Point(String text, String place, List<Point> below) {
        public Point {
            text = Visible.of(text);
            place = Visible.of(place);
            below = List.copyOf(below);
        }
    }

    /**
     * A table.
     *
     * @param caption what it is a table of
     * @param rows as many cells each as the head has
     */
    record Grid(String caption, List<String> head, List<List<String>> rows) implements Part {

        private static final int SHORT = 16;
        private static final int LINE = 70;

        /** Words of more characters break. */
        private static final int LONG_WORD = 26;

        /** Characters beside each other that a window of a usual size and a wide one have room for. */
        private static final int USUAL = 78;
        private static final int WIDE = 108;

        public Grid {
            caption = Visible.of(caption);
            head = head.stream().map(Visible::of).toList();
            rows = rows.stream().map(row -> row.stream().map(Visible::of).toList()).toList();
        }

        /**
         * Of each column, the classes of the style sheet: those of columns whose few characters should stay on one line, and of those whose words
         * need not break, in every window or in a wide one.
         */
        public List<String> styles() {
            List<Integer> widths = IntStream.range(0, head.size())
                    .mapToObj(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toList();
            int room = widths.stream().filter(width -> width <= SHORT).mapToInt(width -> width + 2).sum();
            int words = IntStream.range(0, head.size()).map(this::longestWord).map(word -> Math.min(word, LONG_WORD) + 2).sum();
            String kept = words <= USUAL ? " words" : words <= WIDE ? " words-wide" : "";
            return IntStream.range(0, head.size()).mapToObj(column -> ((widths.get(column) <= SHORT && room <= LINE ? "short" : "")
                    + (longestWord(column) <= LONG_WORD ? kept : "")).strip()).toList();
        }

        private int longestWord(int column) {
            return Stream.concat(Stream.of(head.get(column)), rows.stream().map(row -> row.get(column)))
                    .flatMap(cell -> Stream.of(cell.split(" "))).mapToInt(String::length).max().orElse(0);
        }
    }

    /** Lines that stay as they are. */
    record Code(String text) implements Part {
        public Code {
            text = String.join("\n", text.lines().map(Visible::of).toList());
        }
    }

    /** A picture with its table. */
    record Picture(Chart chart) implements Part {}

    /** Much of the same, which is shown when it is asked for. */
    record Folded(String title, List<Part> parts) implements Part {
        public Folded {
            title = Visible.of(title);
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part under its own heading that is shown when it is asked for. What stands in it under headings of its own is a level lower.
     */
    record Drawer(String title, String anchor, List<Part> parts) implements Part {
        public Drawer {
            title = Visible.of(title);
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part under its own heading.
     *
     * @param style class of the style sheet, empty for none
     */
    record Group(String title, String anchor, String style, List<Part> parts) implements Part {
        public Group {
            title = Visible.of(title);
            parts = List.copyOf(parts);
        }
    }
}
