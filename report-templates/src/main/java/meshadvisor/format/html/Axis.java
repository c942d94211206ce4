package meshadvisor.format.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

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
