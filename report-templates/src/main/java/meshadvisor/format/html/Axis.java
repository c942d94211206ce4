package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import meshadvisor.format.html.Chart.Mark;

/**
 * Where numbers stand on a line.
 *
 * @param low the first number of the line
 * @param high the last one, larger
 * @param step between numbers worth a word: a difference, or a ratio
 * @param steps how numbers go on along it
 */
record Axis(double low, double high, double step, Steps steps) {

    /** Equal distances are equal differences, or equal ratios. */
    enum Steps {
        DIFFERENCES, RATIOS
    }

    /** Where it begins and ends in a picture that it crosses. */
    static final double LEFT = 10;
    static final double RIGHT = Chart.WIDTH - 10.0;

    private static final int FEW = 4;
    private static final double FAR_APART = 100;
    private static final double TEN = 10;

    /** That holds all of them: from zero, unless they are so far apart that the small ones could not be seen. */
    static Axis of(DoubleStream values) {
        double[] all = values.filter(Double::isFinite).sorted().toArray();
        if (all.length == 0) {
            return new Axis(0, 1, 0.5, Steps.DIFFERENCES);
        }
        double first = all[0];
        double last = all[all.length - 1];
        if (first > 0 && last / first > FAR_APART) {
            return new Axis(Math.pow(TEN, Math.floor(Math.log10(first))), Math.pow(TEN, Math.ceil(Math.log10(last))), TEN,
                    Steps.RATIOS);
        }
        double step = step(Math.max(0, last) - Math.min(0, first));
        double low = Math.floor(Math.min(0, first) / step) * step;
        double high = Math.ceil(Math.max(0, last) / step) * step;
        return new Axis(low, high > low ? high : low + step, step, Steps.DIFFERENCES);
    }

    /** Where a number stands, 0 at the beginning and 1 at the end. */
    double at(double value) {
        return switch (steps) {
            case DIFFERENCES -> (value - low) / (high - low);
            case RATIOS -> Math.log(value / low) / Math.log(high / low);
        };
    }

    /** Where a number stands in a picture that this crosses. */
    double across(double value) {
        return LEFT + at(value) * (RIGHT - LEFT);
    }

    /**
     * A line down the picture at each number that is worth a word, and the word below it; at the ends words stand beside their lines. Through the
     * words above each bar no line is drawn.
     *
     * @param row how high a bar is with its words
     * @param above how high its words are
     * @param wide how far from the right end a word has no room
     */
    List<Mark> ruled(double bottom, double row, double above, double wide, DoubleFunction<String> words) {
        List<Mark> marks = new ArrayList<>();
        for (double tick : ticks()) {
            double x = across(tick);
            StringBuilder line = new StringBuilder();
            for (double top = 0; top < bottom; top += row) {
                line.append(String.format(Locale.ROOT, "M%.1f %.1fV%.1f", x, top + above, top + row + (top + row >= bottom ? 4 : 0)));
            }
            marks.add(Mark.path(tick == 0 ? "zero" : "grid", line));
            String where = x < LEFT + 8 ? "start small" : x > RIGHT - wide ? "end small" : "middle small";
            marks.add(Mark.word(where, x < LEFT + 8 ? LEFT - 6 : x > RIGHT - wide ? RIGHT + 6 : x, bottom + 15, words.apply(tick)));
        }
        return marks;
    }

    /** Numbers worth a word. */
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        switch (steps) {
            case DIFFERENCES -> {
                for (long i = Math.round(low / step); i <= Math.round(high / step); i++) {
                    ticks.add(i * step);
                }
            }
            case RATIOS -> {
                for (double tick = low; tick <= high * 1.001; tick *= step) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** One, two or five of a power of ten, of which a few cover a distance. */
    private static double step(double distance) {
        if (!(distance > 0)) {
            return 1;
        }
        double power = Math.pow(TEN, Math.floor(Math.log10(distance / FEW)));
        return DoubleStream.of(1, 2, 5).map(each -> each * power).filter(each -> distance / each <= FEW + 1).findFirst()
                .orElse(TEN * power);
    }

    /** A tick in as few digits as tell it. */
    static String word(double tick) {
        return Math.abs(tick) >= 1 || tick == 0 ? String.format(Locale.ROOT, tick == Math.rint(tick) ? "%.0f" : "%.1f", tick)
                : String.format(Locale.ROOT, "%.6f", tick).replaceAll("0+$", "");
    }
}
