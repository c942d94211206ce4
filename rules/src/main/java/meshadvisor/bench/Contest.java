package meshadvisor.bench;

import java.util.List;
import java.util.Optional;
import meshadvisor.bench.Cells.Situation;
import meshadvisor.measure.Sessions;

/** A statistic of a variant against that of another, in a situation: the two are told apart by their pairs of blocks. */
record Contest(Situation situation, String variant, String against, Statistic statistic, Variant.Scope scope, Pairs pairs) {

    /** Why nothing can be estimated, if so. */
    Optional<Outcome> unanswerable() {
        if (pairs.size() < 2) {
            return Optional.of(new Outcome.Inconclusive(List.of(pairs.size() + " blocks in which both " + variant + " and " + against
                    + " are valid are fewer than " + Trial.FEWEST_BLOCKS + "."), List.of()));
        }
        String tooFew = pairs.tooFew(statistic);
        if (!tooFew.isEmpty()) {
            return Optional.of(new Outcome.NotAsked(tooFew));
        }
        return scope == Variant.Scope.CLUSTER && whole().size() < 2
                ? Optional.of(new Outcome.NotComparable(variant + " changes the whole cluster and was measured in one state of it only: how"
                        + " much two such states differ by themselves needs 2 sessions or more."))
                : Optional.empty();
    }

    /** What is to be judged; only where something can be estimated. */
    Trial trial(double floor, Order.Design design) {
        return scope == Variant.Scope.CLUSTER
                ? Trial.ofSessions(sessions(1, -1), Reference.of(design.margin(), (one, other) -> sessions(one, other).estimate()), floor)
                : Trial.ofBlocks(pairs.differences(statistic),
                        Reference.of(design.margin(), (one, other) -> pairs.combined(statistic, one, other).estimate()), floor,
                        design.seed());
    }

    private Sessions sessions(double one, double other) {
        return new Sessions(whole().stream().map(session -> session.combined(statistic, one, other)).toList());
    }

    private List<Pairs> whole() {
        return pairs.bySession().stream().filter(session -> session.size() >= 2).toList();
    }
}
