package meshadvisor.gate;

import java.util.List;
import meshadvisor.measure.Interval;
import meshadvisor.model.Gap;

/**
 * How a check came to its result, so that everybody can do the sum again.
 *
 * @param now the number of the report
 * @param before the number of the baseline; the same as now where none is needed
 * @param judged the number that is held against the limit: now, a share of something, or what became more
 * @param limit in the unit of the judged number; a range where it is a share of a range
 * @param pieces of which the judged number is made
 * @param gaps why it is not known better
 */
public record Reckoning(Quantity now, Quantity before, Quantity judged, Interval limit, List<Piece> pieces, List<Gap> gaps) {

    /** Numbers that differ by less than this share are the same: sums of fractions are not exact. */
    private static final double ROUNDING = 1e-9;

    public Reckoning {
        pieces = List.copyOf(pieces);
        gaps = gaps.stream().distinct().sorted().toList();
    }

    /** Nothing can be said. */
    static Reckoning unknown(double limit, Gap why) {
        return new Reckoning(Quantity.UNKNOWN, Quantity.UNKNOWN, Quantity.UNKNOWN, new Interval(limit, limit), List.of(), List.of(why));
    }

    /** Three-valued: inside if all of it is, outside if all of it is. */
    GateResult result(Bound.Kind kind) {
        double slack = ROUNDING * Math.max(1, Math.abs(limit.high()));
        Interval span = judged.span();
        boolean least = kind == Bound.Kind.MIN;
        boolean inside = least ? span.low() >= limit.high() - slack : span.high() <= limit.low() + slack;
        boolean outside = least ? span.high() < limit.low() - slack : span.low() > limit.high() + slack;
        return inside ? new GateResult.Pass() : outside ? new GateResult.Fail() : new GateResult.Inconclusive(gaps);
    }

    /** How far the seen number stays away from the limit; below 0 where it is beyond. */
    public double margin(Bound.Kind kind) {
        return kind == Bound.Kind.MIN ? judged.seen() - limit.high() : limit.low() - judged.seen();
    }
}
