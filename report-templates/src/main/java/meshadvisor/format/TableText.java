package meshadvisor.format;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import meshadvisor.report.Block.Table;

/** A table as text: a line of column names, then the rows. Cells that are too wide for the screen are broken into lines. */
public final class TableText {

    private static final int GAP = 2;

    private final Table table;
    private final int[] widths;

    private TableText(Table table, int columns) {
        this.table = table;
        this.widths =
                IntStream.range(0, table.columns().size()).map(c -> cells(c).stream().mapToInt(Wrap::width).max().orElse(0)).toArray();
        shrink(columns);
    }

    /** The lines of the table, none wider than the columns of the screen. */
    public static List<String> lines(Table table, int columns) {
        return new TableText(table, columns).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(row(table.columns().stream().map(TableText::heading).toList()));
        table.rows().forEach(row -> lines.addAll(row(row)));
        return lines;
    }

    /** The name of a column as people read it. */
    static String words(String column) {
        return column.replaceAll("([A-Z])", " $1").toLowerCase(ROOT);
    }

    private static String heading(String column) {
        return words(column).toUpperCase(ROOT);
    }

    private List<String> cells(int column) {
        List<String> cells = new ArrayList<>(List.of(heading(table.columns().get(column))));
        table.rows().forEach(row -> cells.add(row.get(column)));
        return cells;
    }

    /** Takes from the widest column that can be broken at blanks until all fit; from any if none can. */
    private void shrink(int columns) {
        int[] least = IntStream.range(0, widths.length).map(this::longestWord).toArray();
        while (IntStream.of(widths).sum() + GAP * (widths.length - 1) > Math.max(columns, 2 * GAP * widths.length)) {
            Comparator<Integer> byWidth = Comparator.comparingInt(c -> widths[c]);
            Comparator<Integer> breakableFirst = Comparator.comparing(c -> widths[c] > least[c]);
            int widest = IntStream.range(0, widths.length).boxed().max(breakableFirst.thenComparing(byWidth)).orElseThrow();
            widths[widest]--;
        }
    }

    private int longestWord(int column) {
        return cells(column).stream().flatMap(cell -> List.of(cell.split(" ", -1)).stream()).mapToInt(Wrap::width).max().orElse(0);
    }

    private List<String> row(List<String> cells) {
        List<List<String>> broken = IntStream.range(0, widths.length).mapToObj(c -> Lines.of(cells.get(c), widths[c])).toList();
        int height = broken.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height).mapToObj(line -> line(broken, line)).toList();
    }

    private String line(List<List<String>> cells, int number) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            String text = number < cells.get(c).size() ? cells.get(c).get(number) : "";
            line.append(text).append(" ".repeat(widths[c] + GAP - Wrap.width(text)));
        }
        return line.toString().stripTrailing();
    }
}
