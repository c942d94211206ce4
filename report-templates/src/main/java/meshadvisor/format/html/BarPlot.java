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
    private static final int LINE = 56;
    private static final int FEW = 16;

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

    private BarPlot(Axis axis) {
        this.axis = axis;
    }

    /**
     * Draws them.
     *
     * @param unit of all amounts
     * @param bars at least one
     */
    public static Chart of(String title, String description, String unit, List<Bar> bars, Part.Grid table) {
        BarPlot plot = new BarPlot(Axis.of(DoubleStream.concat(DoubleStream.of(0), bars.stream().mapToDouble(Bar::high))));
        double bottom = bars.size() * ROW;
        plot.marks.addAll(plot.axis.ruled(bottom, WIDE, BarPlot::brief));
        for (int i = 0; i < bars.size(); i++) {
            plot.bar(bars.get(i), i * ROW);
        }
        plot.marks.add(Mark.word("middle small", Chart.WIDTH / 2.0, bottom + 30, unit));
        return new Chart("", title, description, bottom + 36, plot.marks, table);
    }

    /** A tick in as few characters as tell it: thousands as {@code k}, millions as {@code M}. */
    private static String brief(double tick) {
        return tick >= MILLION ? Axis.word(tick / MILLION) + "M" : tick >= THOUSAND ? Axis.word(tick / THOUSAND) + "k" : Axis.word(tick);
    }

    private void bar(Bar bar, double top) {
        marks.add(Mark.word("start", LEFT + 4, top + 13, Chart.cut(bar.label, Math.max(FEW, LINE - bar.words.length()))));
        marks.add(Mark.word("end small", RIGHT + 6, top + 13, bar.words));
        double y = top + 19;
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
