package meshadvisor.load.schedule;

import java.util.List;
import java.util.SplittableRandom;

/**
 * When requests are meant to be sent: an open loop, which no answer slows down. Arrivals at a varying rate are those of rate 1 with
 * their time stretched by the inverse of the rate's integral, which is exact for both spacings (for Poisson: Çinlar, Introduction to
 * Stochastic Processes, 1975, theorem 4.7.4). Allocates nothing after its making.
 */
public final class Arrivals {

    /** What {@link #next} tells after the last arrival. */
    public static final long END = Long.MAX_VALUE;

    private final List<Segment> segments;
    private final Spacing spacing;
    private final SplittableRandom random;
    private int segment;
    /** Nanoseconds from the schedule's begin to that of the current segment. */
    private long begin;
    /** Expected arrivals from the begin of the current segment to the next arrival. */
    private double count;

    /** How arrivals follow each other. */
    public enum Spacing {
        /** Evenly. */
        CONSTANT,
        /** Independently of each other, as those of many users do. */
        POISSON
    }

    public Arrivals(List<Segment> segments, Spacing spacing, long seed) {
        this.segments = List.copyOf(segments);
        this.spacing = spacing;
        this.random = new SplittableRandom(seed);
        this.count = spacing == Spacing.CONSTANT ? 0 : gap();
    }

    /** The next arrival in nanoseconds since the begin of the schedule, never before the one before; {@link #END} if there is none. */
    public long next() {
        while (segment < segments.size()) {
            var current = segments.get(segment);
            double expected = current.expected();
            // An arrival that is due at the very end is the next segment's, also where the integral is rounded up: 1.1/s for 30 s are 33.
            if (count < expected - 4 * Math.ulp(expected)) {
                long time = begin + Math.min(current.nanos() - 1, (long) current.timeOf(count));
                count += gap();
                return time;
            }
            count = Math.max(0, count - expected);
            begin += current.nanos();
            segment++;
        }
        return END;
    }

    private double gap() {
        return switch (spacing) {
            case CONSTANT -> 1;
            case POISSON -> -Math.log1p(-random.nextDouble());
        };
    }
}
