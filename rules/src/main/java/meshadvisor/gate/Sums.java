package meshadvisor.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.gate.Budget.Unseen;
import meshadvisor.measure.Interval;
import meshadvisor.model.Gap;

/** Checks of what adds up. */
record Sums(Budget budget, Account now, Baseline before) {

    private static final double PERCENT = 100;

    /** The sum of all quantities. */
    static Quantity total(List<Piece> pieces) {
        return pieces.stream().map(Piece::quantity).reduce(Quantity.NOTHING, Quantity::plus);
    }

    Reckoning of(Selection scope, Bound bound) {
        Optional<Gap> gap = Missing.told(budget, now).or(() -> bound.kind().change() ? Missing.baseline(budget, before) : Optional.empty())
                .or(() -> Missing.label(budget, scope, now, before));
        return gap.map(g -> Reckoning.unknown(bound.limit(), g)).orElseGet(() -> known(scope, bound));
    }

    private Reckoning known(Selection scope, Bound bound) {
        List<Piece> pieces = seen(scope.in(now.pieces()));
        Quantity sum = total(pieces);
        return switch (bound.kind()) {
            case MAX, MIN -> new Reckoning(sum, sum, sum, exactly(bound.limit()), pieces, gaps(pieces));
            case MAX_SHARE -> share(sum, pieces, bound);
            case MAX_INCREASE -> increase(scope, bound, sum, 1);
            case MAX_DECREASE -> increase(scope, bound, sum, -1);
        };
    }

    private Reckoning share(Quantity sum, List<Piece> pieces, Bound bound) {
        Quantity whole = now.wholes().getOrDefault(budget.metric().id(), Quantity.UNKNOWN);
        if (whole.unknown() || whole.span().low() <= 0) {
            return Reckoning.unknown(bound.limit(), Missing.whole(budget));
        }
        return new Reckoning(sum, whole, Shares.percent(sum, whole), exactly(bound.limit()), pieces, gaps(pieces));
    }

    private Reckoning increase(Selection scope, Bound bound, Quantity sum, int sign) {
        List<Piece> old = seen(scope.in(before.account().pieces()));
        List<Piece> deltas = seen(Deltas.of(scope, before, now.pieces())).stream()
                .map(p -> p.with(p.quantity().times(sign), p.gaps()))
                .filter(p -> !p.quantity().equals(Quantity.NOTHING)).toList();
        Quantity then = total(old);
        Interval limit = bound.scale() == Bound.Scale.UNIT ? exactly(bound.limit())
                : new Interval(Math.max(0, then.span().low()) * bound.limit() / PERCENT,
                        Quantity.product(Math.max(0, then.span().high()), bound.limit() / PERCENT));
        return new Reckoning(sum, then, total(deltas), limit, deltas, gaps(deltas));
    }

    private List<Piece> seen(List<Piece> pieces) {
        return budget.unseen() == Unseen.COUNT ? pieces
                : pieces.stream().map(p -> p.ground() == Ground.COUNTED ? p.with(Quantity.exactly(p.quantity().seen()), p.gaps()) : p)
                        .toList();
    }

    private static Interval exactly(double value) {
        return new Interval(value, value);
    }

    private static List<Gap> gaps(List<Piece> pieces) {
        List<Gap> gaps = new ArrayList<>();
        pieces.stream().filter(p -> !p.quantity().exact()).flatMap(p -> p.gaps().isEmpty() ? Stream.of(Missing.exactness(p))
                : p.gaps().stream()).forEach(gaps::add);
        return gaps;
    }
}
