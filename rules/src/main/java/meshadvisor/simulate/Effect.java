package meshadvisor.simulate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.measure.Holm;
import meshadvisor.measure.Interval;
import meshadvisor.simulate.input.Remedy;

/**
 * What a remedy changes in the same runs. Intervals are of 95 % each, unadjusted; the p values that decide are corrected for all of them.
 *
 * @param out runs in which a node runs out of memory
 * @param cascade runs in which a cascade follows
 * @param requests share of all requests that fail, after minus before
 * @param latency worst 99th percentile, after divided by before
 * @param restarts containers that are killed at their own limit, a run; 0 where there is none
 * @param added nodes that have to be added for what pods request
 * @param onset the factor at which the cascade starts with it
 * @param chance of the three changes that decide what it is worth
 */
public record Effect(Remedy remedy, Share.Pair out, Share.Pair cascade, Change requests, Change latency, Spread restarts, Spread added,
        Onset onset, Chance chance) {

    /** A mean change, its 95 % interval, and how often chance alone would give as much. */
    public record Change(double by, Interval interval, double p) {}

    /** How often chance alone would give as much in any of all effects that are printed, if there were none (Holm). */
    public record Chance(double cascades, double requests, double latency) {}

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

    /** An effect that chance gives more often is none that was found. */
    private static final double LEVEL = 0.05;

    /** A cascade in fewer than one run of a hundred more or less does not count. */
    private static final double CASCADES = 0.01;

    /** Nor does one request of a thousand. */
    private static final double REQUESTS = 0.001;

    /** Nor one part of twenty of the latency. */
    private static final double LATENCY = 0.05;

    /** Whether there are fewer cascades. */
    public Direction cascades() {
        return direction(cascade.by(), CASCADES, chance.cascades);
    }

    /** Whether fewer requests fail. */
    public Direction failures() {
        return direction(requests.by(), REQUESTS, chance.requests);
    }

    /** Whether requests take less time at worst. */
    public Direction delays() {
        return direction(latency.by() - 1, LATENCY, chance.latency);
    }

    private static Direction direction(double by, double margin, double p) {
        return p > LEVEL || Math.abs(by) <= margin ? Direction.SAME : by < 0 ? Direction.LESS : Direction.MORE;
    }

    /** The same effects with chances that are corrected for all of them: three of each remedy. */
    static List<Effect> together(List<Effect> effects) {
        List<Double> p =
                Holm.adjusted(effects.stream().flatMap(each -> Stream.of(each.cascade.p(), each.requests.p, each.latency.p)).toList());
        return IntStream.range(0, effects.size())
                .mapToObj(i -> effects.get(i).with(new Chance(p.get(3 * i), p.get(3 * i + 1), p.get(3 * i + 2)))).toList();
    }

    private Effect with(Chance corrected) {
        return new Effect(remedy, out, cascade, requests, latency, restarts, added, onset, corrected);
    }

    /** All of it together. Nodes that have to be added are a price and no harm. */
    public Worth worth() {
        boolean better = cascades() == Direction.LESS || failures() == Direction.LESS || delays() == Direction.LESS;
        boolean worse = cascades() == Direction.MORE || failures() == Direction.MORE || delays() == Direction.MORE;
        return better ? worse ? Worth.BOTH : Worth.HELPS : worse ? Worth.HARMS : Worth.NONE;
    }
}
