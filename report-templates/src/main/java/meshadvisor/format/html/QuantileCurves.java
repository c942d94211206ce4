package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import meshadvisor.format.html.Chart.Mark;

/**
 * Latencies by the share of requests that are faster: to the right the slowest of ten, of a hundred, of a thousand. Each curve has a sign of its own
 * at its points and its own dashes, so that they can be told apart without colour.
 */
public final class QuantileCurves {

    private static final double LEFT = 44;
    private static final double RIGHT = Chart.WIDTH - 14.0;
    private static final double HEIGHT = 190;
    private static final double LEGEND = 16;
    private static final int CHARACTERS = 50;

    /** How many can be told apart. */
    public static final int MOST = 6;

    /**
     * A point.
     *
     * @param share of requests that are no slower, more than 0 and less than 1
     */
    public record Point(double share, String label, double value) {}

    /** A variant. */
    public record Curve(String name, List<Point> points) {
        public Curve {
            points = List.copyOf(points);
        }
    }

    private final Axis axis;
    private final double slowest;
    private final List<Mark> marks = new ArrayList<>();

    private QuantileCurves(Axis axis, double slowest) {
        this.axis = axis;
        this.slowest = slowest;
    }

    /**
     * Draws them.
     *
     * @param unit of all values
     * @param curves from one to {@value #MOST}, each with a point
     */
    public static Chart of(String title, String description, String unit, List<Curve> curves, Part.Grid table) {
        List<Point> all = curves.stream().flatMap(curve -> curve.points.stream()).toList();
        QuantileCurves drawn = new QuantileCurves(Axis.of(all.stream().mapToDouble(Point::value)),
                all.stream().mapToDouble(point -> rarity(point.share)).max().orElse(1));
        double top = curves.size() * LEGEND + 10;
        drawn.frame(all, unit, top);
        for (int i = 0; i < curves.size(); i++) {
            drawn.curve(curves.get(i), i, top);
        }
        return new Chart("", title, description, top + HEIGHT + 34, drawn.marks, table);
    }

    /** Equal distances are equal ratios of the share that is slower. */
    private static double rarity(double share) {
        return -Math.log10(1 - share);
    }

    private double x(Point point) {
        return LEFT + 8 + (RIGHT - LEFT - 16) * (slowest > 0 ? rarity(point.share) / slowest : 0);
    }

    private double y(double value, double top) {
        return top + HEIGHT * (1 - axis.at(value));
    }

    private void frame(List<Point> all, String unit, double top) {
        for (double tick : axis.ticks()) {
            double y = y(tick, top);
            marks.add(Mark.path("grid", "M", LEFT, " ", y, "H", RIGHT));
            marks.add(Mark.word("end small", LEFT - 4, y + 3, Axis.word(tick)));
        }
        all.stream().map(point -> new Point(point.share, point.label, 0)).distinct().forEach(point -> {
            marks.add(Mark.path("grid", "M", x(point), " ", top, "v", HEIGHT));
            marks.add(Mark.word("middle small", Math.min(x(point), RIGHT - 6), top + HEIGHT + 14, point.label));
        });
        marks.add(Mark.word("middle small", Chart.WIDTH / 2.0, top + HEIGHT + 29, unit + ", by quantile"));
    }

    private void curve(Curve curve, int number, double top) {
        String dashes = List.of("", " dashes", " dots").get(number % 3);
        double legend = number * LEGEND + 10;
        marks.add(Mark.path("bar" + dashes, "M", 6.0, " ", legend, "h", 28.0));
        marks.add(sign(number, 20, legend));
        marks.add(Mark.word("start", 40, legend + 4, Chart.cut(curve.name, CHARACTERS)));
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < curve.points.size(); i++) {
            Point point = curve.points.get(i);
            line.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(point), y(point.value, top)));
        }
        marks.add(Mark.path("bar" + dashes, line));
        curve.points.forEach(point -> marks.add(sign(number, x(point), y(point.value, top))));
    }

    /** A circle, a diamond, a cross, a square, a triangle, an upright cross. */
    private static Mark sign(int number, double x, double y) {
        return switch (number % MOST) {
            case 0 -> Mark.path("sign full", "M", x - 4, " ", y, "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z");
            case 1 -> Mark.path("sign hollow", "M", x, " ", y - 5, "l5 5l-5 5l-5 -5Z");
            case 2 -> Mark.path("sign", "M", x - 4, " ", y - 4, "l8 8M", x - 4, " ", y + 4, "l8 -8");
            case 3 -> Mark.path("sign hollow", "M", x - 4, " ", y - 4, "h8v8h-8Z");
            case 4 -> Mark.path("sign hollow", "M", x, " ", y - 5, "l5 9h-10Z");
            default -> Mark.path("sign", "M", x - 5, " ", y, "h10M", x, " ", y - 5, "v10");
        };
    }
}
