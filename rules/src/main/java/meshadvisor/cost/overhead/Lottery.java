package meshadvisor.cost.overhead;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import meshadvisor.cost.Range;

/**
 * What chance decides in each experiment. Every input that is not known draws its place between its lowest and highest value once for each
 * experiment, under its name: two numbers that depend on one input depend on the same draw, whichever mesh they are of.
 */
final class Lottery {

    /** Enough that the ends of a range that holds nine of ten move by a few per cent with another seed. */
    static final int EXPERIMENTS = 2_000;

    private final long seed;
    private final int experiments;
    private final Map<String, Sampled> drawn = new LinkedHashMap<>();

    Lottery(long seed, int experiments) {
        this.seed = seed;
        this.experiments = experiments;
    }

    int experiments() {
        return experiments;
    }

    /** Places in (0, 1), one in each of as many equal parts as there are experiments (McKay, Beckman and Conover 1979). */
    Sampled places(String input) {
        return drawn.computeIfAbsent(input, this::draw);
    }

    private Sampled draw(String input) {
        SplittableRandom random = new SplittableRandom(seed ^ (long) input.hashCode() * 0x9E3779B97F4A7C15L);
        double[] places = new double[experiments];
        for (int i = 0; i < experiments; i++) {
            int other = random.nextInt(i + 1);
            places[i] = places[other];
            places[other] = (i + random.nextDouble()) / experiments;
        }
        return Sampled.of(places);
    }

    /** Values of an input of which a range is known. */
    Sampled values(String input, Range range) {
        return range.low() == range.high() ? Sampled.exactly(range.likely(), experiments)
                : places(input).map(place -> at(range, place));
    }

    /** Every input that was drawn so far, by its name. */
    Map<String, Sampled> inputs() {
        return Map.copyOf(drawn);
    }

    /**
     * The value at a place in a range. Between the three values of a range and beyond them it is straight, in the logarithm where all are
     * above 0: what is not known is not known by factors.
     */
    static double at(Range range, double place) {
        boolean positive = range.low() > 0;
        double low = positive ? Math.log(range.low()) : range.low();
        double likely = positive ? Math.log(range.likely()) : range.likely();
        double high = positive ? Math.log(range.high()) : range.high();
        double value = place < 0.5 ? low + (place - 0.05) / 0.45 * (likely - low) : likely + (place - 0.5) / 0.45 * (high - likely);
        return positive ? Math.exp(value) : Math.max(0, value);
    }

    /** The value at a place between two ends, by factors where both are above 0. */
    static double between(double from, double to, double place) {
        return from <= 0 ? from + place * (to - from) : from * Math.pow(to / from, place);
    }
}
