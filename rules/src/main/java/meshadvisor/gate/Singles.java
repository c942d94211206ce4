package meshadvisor.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.measure.Interval;
import meshadvisor.model.Gap;

/** Checks of what does not add up: each piece on its own. */
record Singles(Budget budget, Account now, Baseline before) {

    private static final double PERCENT = 100;

    Reckoning of(Piece piece, Bound bound) {
        Interval limit = new Interval(bound.limit(), bound.limit());
        Quantity quantity = piece.quantity();
        return switch (bound.kind()) {
            case MAX, MIN -> new Reckoning(quantity, quantity, quantity, limit, List.of(piece), gaps(piece));
            case MAX_SHARE -> share(piece, bound, limit);
            case MAX_INCREASE -> change(piece, bound, 1);
            case MAX_DECREASE -> change(piece, bound, -1);
        };
    }

    private Reckoning share(Piece piece, Bound bound, Interval limit) {
        Quantity whole = now.wholes().getOrDefault(Account.whole(piece), Quantity.UNKNOWN);
        return whole.unknown() || whole.span().low() <= 0 ? Reckoning.unknown(bound.limit(), Missing.whole(budget))
                : new Reckoning(piece.quantity(), whole, Shares.percent(piece.quantity(), whole), limit, List.of(piece), gaps(piece));
    }

    private Reckoning change(Piece piece, Bound bound, int sign) {
        Optional<Piece> old = before.account().pieces().stream()
                .filter(p -> p.metric().equals(piece.metric()) && p.id().equals(piece.id())).findFirst();
        if (old.isEmpty()) {
            return Reckoning.unknown(bound.limit(), Missing.before(budget, piece, before));
        }
        Piece by = before.changes().stream().filter(p -> p.metric().equals(piece.metric()) && p.id().equals(piece.id())).findFirst()
                .orElseGet(() -> difference(old.get(), piece));
        Quantity judged = sign < 0 ? Quantity.NOTHING.minus(by.quantity()) : by.quantity();
        Quantity then = old.get().quantity();
        Interval limit = bound.scale() == Bound.Scale.UNIT ? new Interval(bound.limit(), bound.limit())
                : new Interval(Math.max(0, then.span().low()) * bound.limit() / PERCENT,
                        Quantity.product(Math.max(0, then.span().high()), bound.limit() / PERCENT));
        return new Reckoning(piece.quantity(), then, judged, limit, List.of(by), gaps(by));
    }

    private static Piece difference(Piece old, Piece now) {
        boolean same = old.quantity().equals(now.quantity()) && now.ground() != Ground.MEASURED;
        Quantity by = same ? Quantity.NOTHING : now.quantity().minus(old.quantity());
        return now.with(by, Stream.concat(now.gaps().stream(), old.gaps().stream()).distinct().toList());
    }

    private static List<Gap> gaps(Piece piece) {
        return piece.quantity().exact() ? List.of() : piece.gaps().isEmpty() ? List.of(Missing.exactness(piece)) : piece.gaps();
    }
}
