package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Blocks as lines for a terminal. */
final class BlockText {

    private static final int STEP = 2;
    private static final int LABEL = 12;

    private final Screen screen;

    BlockText(Screen screen) {
        this.screen = screen;
    }

    /** All that a terminal shows: what is folded away is left out. */
    List<String> lines(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        boolean folded = false;
        for (Block block : blocks) {
            folded = block instanceof Block.Fold || folded && !(block instanceof Block.Heading || block instanceof Block.Chapter);
            if (!folded) {
                lines.addAll(lines(block));
            }
        }
        return lines;
    }

    private List<String> lines(Block block) {
        return switch (block) {
            case Block.Title(var name, var sentence) -> title(sentence);
            case Block.Labelled(var label, var texts) -> labelled(label, texts);
            case Block.Chapter(var text, var anchor) -> chapter(Visible.of(text).toUpperCase(Locale.ROOT));
            case Block.Heading(var text, var anchor) -> heading(Visible.of(text).toUpperCase(Locale.ROOT));
            case Block.Subheading(var tone, var text, var anchor) -> painted(tone, indented(0, text), List.of(""));
            case Block.Item(var depth, var text, var place) -> indented(depth, place.isEmpty() ? text : text + " (" + place + ")");
            case Block.Rows(var head, var rows) -> rows(head, rows);
            case Block.Verbatim(var text) -> text.lines().flatMap(line -> kept(Visible.of(line))).toList();
            case Block.Picture picture -> List.of();
            case Block.Fold fold -> List.of();
        };
    }

    private List<String> chapter(String text) {
        return List.of("", "", "═".repeat(screen.columns()), Tone.STRONG.on(screen.paint(), text));
    }

    private List<String> heading(String text) {
        String rule = "─".repeat(Math.max(0, screen.columns() - Wrap.width(text) - 1));
        return List.of("", "", Tone.STRONG.on(screen.paint(), text) + " " + rule);
    }

    private List<String> title(String sentence) {
        List<String> lines = new ArrayList<>(painted(Tone.STRONG, Wrap.lines(Visible.of(sentence), screen.columns()), List.of()));
        lines.add("");
        return lines;
    }

    private List<String> painted(Tone tone, List<String> lines, List<String> before) {
        List<String> all = new ArrayList<>(before);
        lines.forEach(line -> all.add(tone.on(screen.paint(), line)));
        return all;
    }

    /** The label once; what goes with it stands in a column of its own. */
    private List<String> labelled(String label, List<String> texts) {
        List<String> lines = new ArrayList<>();
        texts.forEach(text -> hanging(text, screen.columns() - LABEL).forEach(line -> lines
                .add((lines.isEmpty() ? Tone.STRONG.on(screen.paint(), label) + " ".repeat(LABEL - label.length()) : " ".repeat(LABEL))
                        + line)));
        return lines;
    }

    private List<String> indented(int depth, String text) {
        String indent = " ".repeat(depth * STEP);
        return hanging(text, screen.columns() - indent.length()).stream().map(line -> indent + line).toList();
    }

    /** Later lines of a sentence stand two columns further right, so that its beginning can be found. */
    private static List<String> hanging(String text, int columns) {
        List<String> lines = Wrap.lines(Visible.of(text), columns - STEP);
        return IntStream.range(0, lines.size()).mapToObj(i -> (i == 0 ? "" : " ".repeat(STEP)) + lines.get(i)).toList();
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
