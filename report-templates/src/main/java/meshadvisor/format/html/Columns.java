package meshadvisor.format.html;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How wide the columns of a table are on paper, where nobody can scroll: what is short stays on one line, what is long breaks. */
public final class Columns {

    /** Characters of the size of tables that stand beside each other on a page. */
    private static final double ROOM = 112;
    /** A word of more characters may break. */
    private static final int LONG_WORD = 24;
    /** Of fewer, where columns of long words would leave no room for sentences. */
    private static final int SHORT_WORD = 15;
    private static final int GAP = 4;
    private static final double MOST_ROWS = 0.9;
    private static final double MOST_WORDS = 0.75;

    /** Only templates need one: they call methods of things. */
    Columns() {}

    /**
     * How a table is laid out, in words of CSS.
     *
     * @param width of the table
     * @param shares of its columns, together all of it
     */
    public record Layout(String width, List<String> shares) {}

    /** Of a table. */
    public Layout of(Part.Grid grid) {
        List<List<String>> cells = IntStream.range(0, grid.head().size())
                .mapToObj(at -> Stream.concat(Stream.of(grid.head().get(at)), grid.rows().stream().map(row -> row.get(at))).toList())
                .toList();
        double[] least = least(cells, LONG_WORD);
        if (Arrays.stream(least).sum() > ROOM * MOST_WORDS) {
            least = least(cells, SHORT_WORD);
        }
        double[] wanted = cells.stream().mapToDouble(Columns::usualLength).toArray();
        double[] widths = widths(least, wanted);
        double all = Arrays.stream(widths).sum();
        return new Layout(percent(Math.min(1, all / ROOM)), Arrays.stream(widths).mapToObj(width -> percent(width / all)).toList());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }

    private static double[] widths(double[] least, double[] wanted) {
        double rest = ROOM - Arrays.stream(least).sum();
        double more = IntStream.range(0, least.length).mapToDouble(at -> Math.max(0, wanted[at] - least[at])).sum();
        double share = rest <= 0 || more == 0 ? 0 : Math.min(1, rest / more);
        return IntStream.range(0, least.length).mapToDouble(at -> least[at] + share * Math.max(0, wanted[at] - least[at])).toArray();
    }

    private static double[] least(List<List<String>> cells, int longest) {
        return cells.stream().mapToDouble(cell -> longestWord(cell, longest)).toArray();
    }

    private static double longestWord(List<String> cells, int most) {
        int longest = cells.stream().flatMap(cell -> Arrays.stream(cell.split(" "))).mapToInt(String::length).max().orElse(0);
        return GAP + Math.max(1, Math.min(most, longest));
    }

    /** Of all but the longest tenth, which may well take another line. */
    private static double usualLength(List<String> cells) {
        int[] lengths = cells.stream().mapToInt(String::length).sorted().toArray();
        return GAP + Math.max(cells.getFirst().length(), lengths[(int) Math.ceil(MOST_ROWS * (lengths.length - 1))]);
    }
}
