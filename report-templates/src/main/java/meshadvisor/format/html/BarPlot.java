package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import meshadvisor.format.html.Chart.Mark;

/**
 * Amounts below each other: a bar from zero to the middle of each, of which the end that is assumed is hatched, and over it a line from the low to
 * the high end.
 */
public final class BarPlot {

    private static final double LEFT = Axis.LEFT;
    private static final double RIGHT = Axis.RIGHT;
    private static final double ROW = 40;
    private static final double BAR = 12;
    private static final double HATCH = 5;
    private static final double WIDE = 12;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final double ABOVE = 17;
    private static final double LINE = 13;
    private static final int LABEL = 46;
    private static final int LINES = 2;
    private static final double LEGEND = 14;
    private static final double SAMPLE = 24;

    /**
     * An amount.
     *
     * @param low at most {@code middle}, which is at most {@code high}; all at least 0
     * @param assumed share of the middle that somebody assumed
     * @param words it with its unit
     */
    public record Bar(String label, double low, double middle, double high, double assumed, String words) {}

    private final Axis axis;
    private final List<Mark> marks = new ArrayList<>();

    /** What more lines take: where an amount finds no room beside its label, all amounts stand below theirs. */
    private final double second;

    private BarPlot(Axis axis, List<Bar> bars) {
        this.axis = axis;
        int lines = bars.stream().mapToInt(bar -> Chart.lines(bar.label, LABEL, LINES).size()).max().orElse(1);
        this.second = bars.stream().allMatch(bar -> Chart.beside(bar.label, bar.words)) ? 0 : lines * LINE;
    }

    /**
     * Draws them.
     *
     * @param unit of all amounts
     * @param bars at least one
     */
    public static Chart of(String title, String description, String unit, List<Bar> bars, Part.Grid table) {
        BarPlot plot = new BarPlot(Axis.of(DoubleStream.concat(DoubleStream.of(0), bars.stream().mapToDouble(Bar::high))), bars);
        double row = ROW + plot.second;
        double bottom = bars.size() * row;
        plot.marks.addAll(plot.axis.ruled(bottom, row, ABOVE + plot.second, WIDE, BarPlot::brief));
        for (int i = 0; i < bars.size(); i++) {
            plot.bar(bars.get(i), i * row);
        }
        plot.marks.add(Mark.word("middle small", Chart.WIDTH / 2.0, bottom + 30, unit));
        plot.legend(bottom + 30 + LEGEND);
        return new Chart("", title, description, bottom + 36 + LEGEND, plot.marks, table);
    }

    /** What the parts of a bar mean. */
    private void legend(double y) {
        double top = y - BAR + 3;
        double first = sample(0, top, "Not assumed");
        marks.add(Mark.path("box", "M", first, " ", top, "h", SAMPLE, "v", BAR, "h", -SAMPLE, "Z"));
        double second = sample(142, top, "Assumed");
        marks.add(Mark.path("box", "M", second, " ", top, "h", SAMPLE, "v", BAR, "h", -SAMPLE, "Z"));
        hatch(second, second + SAMPLE, top);
        double third = sample(250, top, "5 to 95 %");
        marks.add(Mark.path("bar", "M", third, " ", top + BAR / 2, "h", SAMPLE, "M", third, " ", top + BAR / 2 - 4, "v8M", third + SAMPLE,
                " ",
                top + BAR / 2 - 4, "v8"));
    }

    private double sample(double right, double top, String words) {
        double x = LEFT + right;
        marks.add(Mark.word("start small", x + SAMPLE + 5, top + BAR - 2, words));
        return x;
    }

    /** A tick in as few characters as tell it: thousands as {@code k}, millions as {@code M}. */
    private static String brief(double tick) {
        return tick >= MILLION ? Axis.word(tick / MILLION) + "M" : tick >= THOUSAND ? Axis.word(tick / THOUSAND) + "k" : Axis.word(tick);
    }

    private void bar(Bar bar, double top) {
        List<String> label = Chart.lines(bar.label, LABEL, LINES);
        for (int i = 0; i < label.size(); i++) {
            marks.add(Mark.word("start", LEFT - 6, top + second - (second == 0 ? 0 : label.size() * LINE) + 13 + i * LINE, label.get(i)));
        }
        marks.add(second == 0 ? Mark.word("end small", RIGHT + 6, top + 13, bar.words)
                : Mark.word("start small", LEFT - 6, top + 13 + second, bar.words));
        double y = top + 19 + second;
        double end = axis.across(bar.middle);
        double known = axis.across(bar.middle * (1 - bar.assumed));
        marks.add(Mark.path("box", "M", LEFT, " ", y, "H", end, "v", BAR, "H", LEFT, "Z"));
        hatch(known, end, y);
        double middle = y + BAR / 2;
        marks.add(Mark.path("bar", "M", axis.across(bar.low), " ", middle, "H", axis.across(bar.high)));
        marks.add(Mark.path("bar", "M", axis.across(bar.low), " ", middle - 4, "v8M", axis.across(bar.high), " ", middle - 4, "v8"));
    }

    private void hatch(double from, double to, double y) {
        StringBuilder hatch = new StringBuilder();
        for (double x = from; x + HATCH <= to; x += HATCH) {
            hatch.append(String.format(Locale.ROOT, "M%.1f %.1fl%.1f %.1f", x, y + BAR, HATCH, -BAR));
        }
        if (!hatch.isEmpty()) {
            marks.add(Mark.path("", hatch));
        }
    }
}
