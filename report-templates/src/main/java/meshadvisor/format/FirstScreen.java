package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.format.Summary.Entry;
import meshadvisor.format.Summary.Line;

/** Draws the summary so that it fits on one screen: what may grow takes the rows that the rest leaves. */
final class FirstScreen {

    private static final int ROWS = 24;
    private static final int LABEL = 12;

    private final Screen screen;
    private final int columns;

    FirstScreen(Screen screen) {
        this.screen = screen;
        this.columns = screen.columns() - LABEL;
    }

    List<String> draw(Summary summary) {
        List<String> rows = new ArrayList<>();
        Wrap.lines(Visible.of(summary.sentence()), screen.columns(), 3).forEach(l -> rows.add(Tone.STRONG.on(screen.paint(), l)));
        rows.add("");
        summary.facts().forEach(e -> rows.addAll(entry(e)));
        rows.add("");
        List<String> next = labelled(summary.next().label(), summary.next().lines().stream().map(this::command).toList());
        int left = ROWS - rows.size() - 1 - next.size();
        List<String> findings = fitting(summary.findings(), left - Math.min(2, summary.adopted().lines().size()));
        rows.addAll(findings);
        rows.addAll(entry(atMost(left - findings.size(), summary.adopted())));
        rows.add("");
        rows.addAll(next);
        return rows;
    }

    /** As many whole lines as fit; the first always. */
    private List<String> fitting(Entry entry, int rows) {
        int lines = entry.lines().size();
        List<String> drawn = entry(entry);
        while (drawn.size() > rows && lines > 1) {
            lines--;
            drawn = entry(new Entry(entry.label(), entry.lines().subList(0, lines)));
        }
        return drawn;
    }

    private static Entry atMost(int rows, Entry entry) {
        List<Line> lines = entry.lines();
        if (lines.size() <= rows) {
            return entry;
        }
        Stream<Line> kept = lines.stream().limit(rows - 1L);
        return new Entry(entry.label(),
                Stream.concat(kept, Stream.of(Line.of(1, "and " + (lines.size() - rows + 1) + " more rules, see below"))).toList());
    }

    private List<String> entry(Entry entry) {
        return labelled(entry.label(), entry.lines().stream().flatMap(this::rows).toList());
    }

    private Stream<String> rows(Line line) {
        Stream<String> text =
                Wrap.lines(Visible.of(line.text()), columns, line.rows()).stream().map(l -> line.tone().on(screen.paint(), l));
        return line.detail().isEmpty() ? text : Stream.concat(text, Stream.of(detail(line)));
    }

    private String detail(Line line) {
        String detail = "  " + Wrap.clip(Visible.of(line.detail()), columns / 2);
        return detail + "  " + Wrap.clipStart(Visible.of(line.code()), columns - 2 - Wrap.width(detail));
    }

    /** A command with what it is good for as the shell's comment; the comment goes first where there is no room. */
    private String command(Line line) {
        String command = Visible.of(line.code());
        String both = command + "  # " + line.text();
        return Wrap.width(both) <= columns ? both : Wrap.clip(command, columns);
    }

    private List<String> labelled(String label, List<String> rows) {
        List<String> labelled = new ArrayList<>();
        for (String row : rows) {
            String left = labelled.isEmpty() ? label : "";
            labelled.add((Tone.STRONG.on(screen.paint(), left) + " ".repeat(LABEL - left.length()) + row).stripTrailing());
        }
        return labelled;
    }
}
