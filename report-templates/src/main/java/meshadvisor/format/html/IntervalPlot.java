package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import meshadvisor.format.html.Chart.Mark;

/**
 * Numbers that are not known exactly, below each other: a line from the low to the high end of each, and a sign in the middle whose shape says
 * what the number stands on.
 */
public final class IntervalPlot {

    private static final double LEFT = Axis.LEFT;
    private static final double RIGHT = Axis.RIGHT;
    private static final double ROW = 36;
    private static final double BELOW = 22;
    private static final double ABOVE = 17;
    private static final double LINE = 13;
    private static final int LABEL = 46;
    private static final double HATCH = 8;
    private static final double WIDE = 8;

    /** What a number stands on. */
    public enum Sign {
        /** A filled circle. */
        MEASURED,
        /** A hollow diamond on a line of dashes. */
        FORETOLD,
        /** A cross on a line of dots: nothing may be said, whatever stands there. */
        UNSURE
    }

    /**
     * A number.
     *
     * @param low at most {@code middle}, which is at most {@code high}
     * @param words it with its unit
     */
    public record Row(String label, double low, double middle, double high, Sign sign, String words) {}

    /**
     * What goes for all rows.
     *
     * @param unit of all numbers
     * @param noise how far from zero a number says nothing, 0 if that is not known
     */
    public record Frame(String title, String description, String unit, double noise) {}

    private final Axis axis;
    private final List<Mark> marks = new ArrayList<>();

    /** What a second line takes: where numbers find no room beside their label, all of them stand below theirs. */
    private final double second;

    private IntervalPlot(Axis axis, List<Row> rows) {
        this.axis = axis;
        this.second = rows.stream().allMatch(row -> Chart.beside(row.label, row.words)) ? 0 : LINE;
    }

    /**
     * Draws them.
     *
     * @param rows at least one
     */
    public static Chart of(Frame frame, List<Row> rows, Part.Grid table) {
        DoubleStream ends = rows.stream().flatMapToDouble(row -> DoubleStream.of(row.low, row.high));
        DoubleStream noise = frame.noise > 0 ? DoubleStream.of(-frame.noise, frame.noise) : DoubleStream.empty();
        IntervalPlot plot = new IntervalPlot(Axis.of(DoubleStream.concat(ends, noise)), rows);
        double row = ROW + plot.second;
        double bottom = rows.size() * row;
        plot.noise(frame.noise, bottom);
        plot.marks.addAll(plot.axis.ruled(bottom, row, ABOVE + plot.second, WIDE, Axis::word));
        for (int i = 0; i < rows.size(); i++) {
            plot.row(rows.get(i), i * row);
        }
        plot.marks.add(Mark.word("middle small", Chart.WIDTH / 2.0, bottom + BELOW + 12, frame.unit + switch (plot.axis.steps()) {
            case DIFFERENCES -> "";
            case RATIOS -> " (each step is ten times the last)";
        }));
        return new Chart("", frame.title, frame.description, bottom + BELOW + 18, plot.marks, table);
    }

    /** Hatched, so that it can be told from the paper without colour. */
    private void noise(double noise, double bottom) {
        if (noise > 0) {
            double from = axis.across(-noise);
            double to = axis.across(noise);
            marks.add(Mark.path("band", "M", from, " 0H", to, "V", bottom, "H", from, "Z"));
            StringBuilder hatch = new StringBuilder();
            for (double y = HATCH; y < bottom + to - from; y += HATCH) {
                double right = Math.min(to, from + y);
                double left = Math.max(from, from + y - bottom);
                hatch.append(String.format(Locale.ROOT, "M%.1f %.1fL%.1f %.1f", right, y - (right - from), left, y - (left - from)));
            }
            marks.add(Mark.path("hatch", hatch));
        }
    }

    private void row(Row row, double top) {
        double y = top + 25 + second;
        marks.add(Mark.word("start", LEFT - 6, top + 13, Chart.cut(row.label, LABEL)));
        marks.add(second == 0 ? Mark.word("end small", RIGHT + 6, top + 13, row.words)
                : Mark.word("start small", LEFT - 6, top + 13 + second, row.words));
        String line = switch (row.sign) {
            case MEASURED -> "bar";
            case FORETOLD -> "bar dashes";
            case UNSURE -> "bar dots";
        };
        double low = axis.across(row.low);
        double high = axis.across(row.high);
        marks.add(Mark.path(line, "M", low, " ", y, "H", high));
        marks.add(Mark.path("bar", "M", low, " ", y - 4, "v8M", high, " ", y - 4, "v8"));
        marks.add(sign(row.sign, axis.across(row.middle), y));
    }

    private static Mark sign(Sign sign, double x, double y) {
        return switch (sign) {
            case MEASURED -> Mark.path("sign full", "M", x - 4.5, " ", y, "a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z");
            case FORETOLD -> Mark.path("sign hollow", "M", x, " ", y - 5.5, "l5.5 5.5l-5.5 5.5l-5.5 -5.5Z");
            case UNSURE -> Mark.path("sign", "M", x - 4.5, " ", y - 4.5, "l9 9M", x - 4.5, " ", y + 4.5, "l9 -9");
        };
    }
}
