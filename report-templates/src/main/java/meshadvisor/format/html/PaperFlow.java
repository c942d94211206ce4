package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.format.Language;

/**
 * What a page says otherwise on paper. What a screen folds takes at most about a page, and then says how much more there is; and a sentence that
 * leads to a table, to lines of code or to a picture stays with it.
 */
public final class PaperFlow {

    /** Lines of a table that a screen folds. */
    private static final int LINES = 60;
    private static final int FEWEST_ROWS = 8;
    private static final int POINTS = 40;

    /** Code of no more lines stands on one page. */
    private static final int SHORT_CODE = 16;

    private static final int ROWS_UNFOLDED = 25;
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int DIGITS = 16;

    private final Language language;

    /** Only templates need one: they call methods of things. */
    PaperFlow(Language language) {
        this.language = language;
    }

    /** The parts as paper has them. */
    public List<Part> of(List<Part> parts) {
        List<Part> shown = parts.stream().flatMap(this::bounded).toList();
        List<Part> all = new ArrayList<>();
        for (int at = 0; at < shown.size(); at++) {
            boolean leads = at + 1 < shown.size() && (at == 0 || !headed(shown.get(at + 1)));
            if (leads && shown.get(at) instanceof Part.Points(var points)) {
                if (points.size() > 1) {
                    all.add(new Part.Points(points.subList(0, points.size() - 1)));
                }
                all.add(new Part.Lead(points.subList(points.size() - 1, points.size())));
            } else {
                all.add(shown.get(at));
            }
        }
        return all;
    }

    /** What begins with a heading of its own; only the words right below a heading lead to it. */
    private static boolean headed(Part part) {
        return part instanceof Part.Group || part instanceof Part.Drawer;
    }

    /** The table behind a picture. */
    public List<Part> behind(Chart chart) {
        return chart.table().rows().size() > ROWS_UNFOLDED ? cut(chart.table()).toList() : List.of(chart.table());
    }

    /** Whether lines are so few that they need not be torn. */
    public boolean whole(Part.Code code) {
        return code.text().lines().count() <= SHORT_CODE;
    }

    private Stream<Part> bounded(Part part) {
        return switch (part) {
            case Part.Folded(var title, var parts) -> parts.stream().flatMap(this::cut);
            case Part.Grid grid -> Stream.of(brief(grid));
            default -> Stream.of(part);
        };
    }

    private Stream<Part> cut(Part part) {
        return switch (part) {
            case Part.Grid grid -> grid(grid);
            case Part.Points(var points) -> points.size() <= POINTS ? Stream.of(part)
                    : Stream.of(new Part.Points(Stream.concat(points.stream().limit(POINTS), more(points.size() - POINTS)).toList()));
            default -> Stream.of(part);
        };
    }

    private Stream<Part> grid(Part.Grid grid) {
        Part.Grid brief = brief(grid);
        double[] widths = Columns.widths(brief);
        int rows = 0;
        for (int lines = 0; rows < brief.rows().size() && (rows < FEWEST_ROWS || lines < LINES); rows++) {
            lines += Columns.lines(brief.rows().get(rows), widths);
        }
        int left = brief.rows().size() - rows;
        return left == 0 ? Stream.of(brief)
                : Stream.of(new Part.Grid(brief.caption(), brief.head(), brief.rows().subList(0, rows)),
                        new Part.Points(more(left).toList()));
    }

    /** Digests are told by their beginning. */
    private static Part.Grid brief(Part.Grid grid) {
        return new Part.Grid(grid.caption(), grid.head(), grid.rows().stream().map(row -> row.stream()
                .map(cell -> DIGEST.matcher(cell).matches() ? cell.substring(0, DIGITS) + "…" : cell).toList()).toList());
    }

    private Stream<Part.Point> more(int number) {
        return Stream.of(new Part.Point(language.say("and " + number + " more, see -o html or -o json"), "", List.of()));
    }
}
