package meshadvisor.format.html;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How a table is laid out on paper, where nobody can scroll: what is short stays on one line, what is long breaks, and no head stands alone. */
public final class Columns {

    /** Characters of the size of tables that stand beside each other on a page. */
    private static final double ROOM = 112;
    /** A word of more characters may break. */
    private static final int LONG_WORD = 32;
    /** Of fewer, where columns of long words would leave no room for sentences. */
    private static final int SHORT_WORD = 8;
    private static final double GAP = 3;
    private static final double MOST_ROWS = 0.9;
    private static final double MOST_WORDS = 0.75;

    /** Millimetres of a line, and of what stands above and below the lines of a row. */
    private static final double LINE = 3.7;
    private static final double PADDING = 2;
    /** What does not fill its line to the end. */
    private static final double RAGGED = 1.12;
    /** A table that is no higher stands on one page. */
    private static final double LOW = 60;
    private static final double HIGHEST = 110;
    private static final int FIRST_ROWS = 3;

    /** Only templates need one: they call methods of things. */
    Columns() {}

    /**
     * How a table is laid out, in words of CSS.
     *
     * @param width of the table
     * @param shares of its columns, together all of it
     * @param styles of its columns: {@code long} where a word is longer than the column is wide, and may break anywhere
     * @param beginning how high its head and its first rows are, which are not torn apart
     */
    public record Layout(String width, List<String> shares, List<String> styles, String beginning) {}

    /** Of a table. */
    public Layout of(Part.Grid grid) {
        double[] widths = widths(grid);
        double all = Arrays.stream(widths).sum();
        double head = height(grid.head(), widths);
        double[] rows = grid.rows().stream().mapToDouble(row -> height(row, widths)).toArray();
        double whole = head + Arrays.stream(rows).sum();
        double first = head + Arrays.stream(rows).limit(FIRST_ROWS).sum();
        return new Layout(percent(Math.min(1, all / ROOM)), Arrays.stream(widths).mapToObj(width -> percent(width / all)).toList(),
                IntStream.range(0, widths.length).mapToObj(at -> longestWord(column(grid, at)) > widths[at] - GAP ? "long" : "fits")
                        .toList(),
                String.format(Locale.ROOT, "%.0fmm", Math.min(HIGHEST, whole <= LOW ? whole : first)));
    }

    /** How many lines a row takes. */
    static int lines(List<String> row, double[] widths) {
        return IntStream.range(0, row.size()).map(at -> (int) Math.ceil(size(row.get(at)) / Math.max(1, widths[at] - GAP)
                * (size(row.get(at)) > widths[at] - GAP ? RAGGED : 1))).max().orElse(1);
    }

    private static double height(List<String> row, double[] widths) {
        return PADDING + LINE * lines(row, widths);
    }

    /** In characters, together at most {@value #ROOM}. */
    static double[] widths(Part.Grid grid) {
        List<List<String>> cells = IntStream.range(0, grid.head().size()).mapToObj(at -> column(grid, at)).toList();
        double[] least = least(cells);
        double[] wanted = cells.stream().mapToDouble(Columns::usualLength).toArray();
        double rest = ROOM - Arrays.stream(least).sum();
        double more = IntStream.range(0, least.length).mapToDouble(at -> Math.max(0, wanted[at] - least[at])).sum();
        double share = rest <= 0 || more == 0 ? 0 : Math.min(1, rest / more);
        double[] widths = IntStream.range(0, least.length).mapToDouble(at -> least[at] + share * Math.max(0, wanted[at] - least[at]))
                .toArray();
        double all = Arrays.stream(widths).sum();
        return all <= ROOM ? widths : DoubleStream.of(widths).map(width -> width * ROOM / all).toArray();
    }

    private static List<String> column(Part.Grid grid, int at) {
        return Stream.concat(Stream.of(grid.head().get(at)), grid.rows().stream().map(row -> row.get(at))).toList();
    }

    private static double longestWord(List<String> column) {
        return column.stream().flatMap(cell -> Arrays.stream(cell.split(" "))).mapToDouble(Columns::size).max().orElse(0);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    /** The longest words, as long as they leave room for sentences; else only the longest of them break, and they no shorter than they must. */
    private static double[] least(List<List<String>> cells) {
        double sentences = cells.stream().anyMatch(column -> column.stream().anyMatch(cell -> cell.length() > 2 * LONG_WORD))
                ? MOST_WORDS : 1;
        for (int most = LONG_WORD; most > SHORT_WORD; most--) {
            double[] least = least(cells, most);
            if (Arrays.stream(least).sum() <= ROOM * sentences) {
                return least;
            }
        }
        return least(cells, SHORT_WORD);
    }

    private static double[] least(List<List<String>> cells, int longest) {
        return cells.stream().mapToDouble(column -> GAP + Math.max(1, Math.min(longest, longestWord(column)))).toArray();
    }

    /** Of all but the longest tenth, which may well take another line. */
    private static double usualLength(List<String> cells) {
        double[] lengths = cells.stream().mapToDouble(Columns::size).sorted().toArray();
        return GAP + Math.max(size(cells.getFirst()), lengths[(int) Math.ceil(MOST_ROWS * (lengths.length - 1))]);
    }

    /** In characters of the usual width: capitals and digits take more, marks less. */
    private static double size(String text) {
        return text.codePoints().mapToDouble(c -> Character.isUpperCase(c) ? 1.25 : Character.isDigit(c) ? 1.13
                : Character.isLetter(c) ? 1.08 : 0.65).sum();
    }
}
