package meshadvisor.simulate;

import meshadvisor.measure.Interval;
import meshadvisor.simulate.input.Remedy;

/**
 * What a remedy changes in the same runs.
 *
 * @param out runs in which a node runs out of memory
 * @param cascade runs in which a cascade follows
 * @param requests share of all requests that fail, after minus before
 * @param latency worst 99th percentile, after divided by before
 * @param restarts containers that are killed at their own limit, a run; 0 where there is none
 * @param added nodes that have to be added for what pods request
 * @param onset the factor at which the cascade starts with it
 */
public record Effect(Remedy remedy, Share.Pair out, Share.Pair cascade, Change requests, Change latency, Spread restarts, Spread added,
        Onset onset) {

    /** A mean change and its 95 % interval. */
    public record Change(double by, Interval interval) {

        Direction direction(double none, double margin) {
            return interval.high() < none && by < none - margin ? Direction.LESS
                    : interval.low() > none && by > none + margin ? Direction.MORE : Direction.SAME;
        }
    }

    /** Where something goes. */
    public enum Direction {
        LESS,
        /** No change was found that is larger than chance and than what anybody would mind. */
        SAME, MORE
    }

    /** What it is worth. */
    public enum Worth {
        HELPS, NONE, HARMS, BOTH
    }

    /** A cascade in fewer than one run of a hundred more or less does not count. */
    private static final double CASCADES = 0.01;

    /** Nor does one request of a thousand. */
    private static final double REQUESTS = 0.001;

    /** Nor one part of twenty of the latency. */
    private static final double LATENCY = 0.05;

    /** Whether there are fewer cascades. */
    public Direction cascades() {
        return new Change(cascade.by(), cascade.change()).direction(0, CASCADES);
    }

    /** Whether fewer requests fail. */
    public Direction failures() {
        return requests.direction(0, REQUESTS);
    }

    /** Whether requests take less time at worst. */
    public Direction delays() {
        return latency.direction(1, LATENCY);
    }

    /** All of it together. Nodes that have to be added are a price and no harm. */
    public Worth worth() {
        boolean better = cascades() == Direction.LESS || failures() == Direction.LESS || delays() == Direction.LESS;
        boolean worse = cascades() == Direction.MORE || failures() == Direction.MORE || delays() == Direction.MORE;
        return better ? worse ? Worth.BOTH : Worth.HELPS : worse ? Worth.HARMS : Worth.NONE;
    }
}
