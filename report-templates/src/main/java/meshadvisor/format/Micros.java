package meshadvisor.format;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import meshadvisor.bench.Effect;
import meshadvisor.measure.Interval;

/**
 * Times for people, in one unit for all that stands together. They come in microseconds. An estimate has as many digits as its interval
 * allows: two of half its width.
 */
enum Micros {
    MICROSECONDS("µs", 1), MILLISECONDS("ms", 1_000), SECONDS("s", 1_000_000);

    private static final int MOST_DECIMALS = 3;

    private final String word;
    private final double micros;

    Micros(String word, double micros) {
        this.word = word;
        this.micros = micros;
    }

    /** The unit in which the largest of them is a number below a thousand. */
    static Micros of(DoubleStream values) {
        double largest = values.map(Math::abs).filter(Double::isFinite).max().orElse(0);
        return largest < MILLISECONDS.micros ? MICROSECONDS : largest < SECONDS.micros ? MILLISECONDS : SECONDS;
    }

    /** Such as {@code 410 µs}, with two digits or three. */
    static String text(double value) {
        Micros unit = of(DoubleStream.of(value));
        return unit.number(value) + " " + unit.word;
    }

    /** Such as {@code 0.41 ms [0.37, 0.46]}, with the simultaneous interval. */
    static String text(Effect effect) {
        return text(effect.byMicros(), effect.simultaneous());
    }

    /** The same of any estimate. */
    static String text(double value, Interval interval) {
        Micros unit = of(DoubleStream.of(value, interval.low(), interval.high()));
        return unit.fixed(value, interval) + " " + unit.word + " " + unit.interval(interval);
    }

    /** The same without an interval, in two digits of its uncertainty and with its sign. */
    String signed(double value, Interval interval) {
        return (value > 0 ? "+" : "") + fixed(value, interval);
    }

    String interval(Interval interval) {
        return "[" + fixed(interval.low(), interval) + ", " + fixed(interval.high(), interval) + "]";
    }

    /** With two digits, or as many as stand before the point. */
    String number(double value) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        return plain(value, decimals(Math.abs(value)));
    }

    /** Microseconds in this unit, for a picture. */
    double of(double value) {
        return value / micros;
    }

    String word() {
        return word;
    }

    private String fixed(double value, Interval interval) {
        return plain(value, decimals(interval.half()));
    }

    private String plain(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value / micros);
        return List.of("-0", "-0.0", "-0.00", "-0.000").contains(text) ? text.substring(1) : text.replace('-', '−');
    }

    private int decimals(double size) {
        double inUnit = size / micros;
        if (!Double.isFinite(inUnit) || inUnit == 0) {
            return 0;
        }
        int most = this == MICROSECONDS ? 1 : MOST_DECIMALS;
        return (int) Math.clamp(1 - Math.floor(Math.log10(inUnit)), 0, most);
    }
}
