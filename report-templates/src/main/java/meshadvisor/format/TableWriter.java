package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.report.Report;

/** For a terminal: one screen with the verdict, why and what to do next, and below it everything else. */
final class TableWriter implements ReportWriter {

    private static final int STEP = 2;

    private final Screen screen;

    TableWriter(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        List<String> lines = new ArrayList<>(new FirstScreen(screen).draw(Summary.of(report)));
        Sections.of(report).forEach(block -> lines.addAll(lines(block)));
        for (String line : lines) {
            out.write(line);
            out.write('\n');
        }
        out.flush();
    }

    private List<String> lines(Block block) {
        return switch (block) {
            case Block.Heading(var text, var anchor) -> heading(Visible.of(text).toUpperCase(Locale.ROOT));
            case Block.Subheading(var tone, var text, var anchor) -> painted(tone, indented(0, text), List.of(""));
            case Block.Item(var depth, var text, var place) -> indented(depth, place.isEmpty() ? text : text + " (" + place + ")");
            case Block.Rows(var head, var rows) -> rows(head, rows);
            case Block.Verbatim(var text) -> text.lines().flatMap(line -> kept(Visible.of(line))).toList();
        };
    }

    private List<String> heading(String text) {
        String rule = "─".repeat(Math.max(0, screen.columns() - Wrap.width(text) - 1));
        return List.of("", "", Tone.STRONG.on(screen.paint(), text) + " " + rule);
    }

    private List<String> painted(Tone tone, List<String> lines, List<String> before) {
        List<String> all = new ArrayList<>(before);
        lines.forEach(line -> all.add(tone.on(screen.paint(), line)));
        return all;
    }

    /** Later lines of a sentence stand two columns further right, so that its beginning can be found. */
    private List<String> indented(int depth, String text) {
        String indent = " ".repeat(depth * STEP);
        List<String> lines = Wrap.lines(Visible.of(text), screen.columns() - indent.length() - STEP);
        return IntStream.range(0, lines.size()).mapToObj(i -> indent + (i == 0 ? "" : " ".repeat(STEP)) + lines.get(i)).toList();
    }

    /** The line with its own indent, which is kept where it has to be broken. */
    private Stream<String> kept(String line) {
        int own = line.length() - line.stripLeading().length();
        String indent = " ".repeat(2 * STEP + own);
        boolean fits = Wrap.width(line) + 2 * STEP <= screen.columns();
        return fits ? Stream.of((" ".repeat(2 * STEP) + line).stripTrailing())
                : Wrap.lines(line, screen.columns() - indent.length()).stream().map(l -> indent + l);
    }

    private List<String> rows(List<String> head, List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, head.size()).mapToObj(column -> rows.stream().mapToInt(row -> Wrap.width(row.get(column)))
                .reduce(Wrap.width(head.get(column)), Math::max)).toList();
        List<String> lines = new ArrayList<>();
        lines.add("");
        row(head, widths).forEach(line -> lines.add(Tone.STRONG.on(screen.paint(), line)));
        rows.forEach(row -> lines.addAll(row(row, widths)));
        return lines;
    }

    /** The last cell takes as many lines as it needs. */
    private List<String> row(List<String> cells, List<Integer> widths) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size() - 1; i++) {
            String cell = Visible.of(cells.get(i));
            row.append(cell).append(" ".repeat(Math.max(0, widths.get(i) - Wrap.width(cell)) + STEP));
        }
        String empty = " ".repeat(Wrap.width(row.toString()));
        List<String> last = Wrap.lines(Visible.of(cells.getLast()), screen.columns() - empty.length());
        return IntStream.range(0, last.size()).mapToObj(i -> (i == 0 ? row : empty) + last.get(i)).toList();
    }
}
