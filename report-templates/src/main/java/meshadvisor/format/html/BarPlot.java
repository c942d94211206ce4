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

    private static final double LEFT = 10;
    private static final double RIGHT = Chart.WIDTH - 10.0;
    private static final double ROW = 40;
    private static final double BAR = 12;
    private static final double HATCH = 5;
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
        for (double tick : plot.axis.ticks()) {
            double x = plot.x(tick);
            plot.marks.add(Mark.path(tick == 0 ? "zero" : "grid", "M", x, " 0V", bottom + 4));
            String style = x < LEFT + 8 ? "start small" : x > RIGHT - 12 ? "end small" : "middle small";
            plot.marks.add(Mark.word(style, x < LEFT + 8 ? LEFT - 6 : x > RIGHT - 12 ? RIGHT + 6 : x, bottom + 15, brief(tick)));
        }
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

    private double x(double value) {
        return LEFT + axis.at(value) * (RIGHT - LEFT);
    }

    private void bar(Bar bar, double top) {
        marks.add(Mark.word("start", LEFT + 4, top + 13, Chart.cut(bar.label, Math.max(FEW, LINE - bar.words.length()))));
        marks.add(Mark.word("end small", RIGHT + 6, top + 13, bar.words));
        double y = top + 19;
        double end = x(bar.middle);
        double known = x(bar.middle * (1 - bar.assumed));
        marks.add(Mark.path("box", "M", LEFT, " ", y, "H", end, "v", BAR, "H", LEFT, "Z"));
        hatch(known, end, y);
        double middle = y + BAR / 2;
        marks.add(Mark.path("bar", "M", x(bar.low), " ", middle, "H", x(bar.high)));
        marks.add(Mark.path("bar", "M", x(bar.low), " ", middle - 4, "v8M", x(bar.high), " ", middle - 4, "v8"));
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
