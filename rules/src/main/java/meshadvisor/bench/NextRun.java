package meshadvisor.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Situation;

/**
 * What another run would have to be like to tell what this one could not. An interval is as wide as one over the root of the number of
 * blocks, so that half the width needs four times as many.
 */
public final class NextRun {

    private NextRun() {}

    /** Whole sentences, the most helpful first; none if everything that was asked is known. */
    public static List<String> of(BenchRun run, BenchReport report) {
        var all = new LinkedHashSet<String>();
        if (report.end() == BenchRun.End.INTERRUPTED || report.end() == BenchRun.End.RUNNING) {
            all.add("Go on with this run: it ended before its plan did.");
        }
        all.addAll(invalid(run, report));
        report.situations().forEach(situation -> tooFew(situation).ifPresent(all::add));
        moreBlocks(report).ifPresent(all::add);
        report.situations().forEach(situation -> plateau(report, situation).ifPresent(all::add));
        all.addAll(sessions(report));
        return List.copyOf(all);
    }

    private static List<String> invalid(BenchRun run, BenchReport report) {
        int invalid = report.invalid().size();
        return 2 * invalid <= run.cells().size() || invalid == 0 ? List.of()
                : List.of(
                        "Repair first what made " + invalid + " of " + run.cells().size() + " cells invalid: more blocks would give more of"
                                + " the same.");
    }

    private static Optional<String> tooFew(Situation situation) {
        return situation.comparisons().stream().filter(each -> each.outcome() instanceof Outcome.Inconclusive)
                .flatMap(each -> each.outcome().effect().stream()).mapToInt(Effect::blocks).filter(blocks -> blocks < Trial.FEWEST_BLOCKS)
                .boxed().min(Comparator.naturalOrder())
                .map(blocks -> "Drive more blocks: at " + rate(situation) + " the comparison with the fewest has " + blocks
                        + " valid ones, a result needs " + Trial.FEWEST_BLOCKS + ", and with " + Looks.ENOUGH_BLOCKS
                        + " what happens in one block of ten is seen as well.");
    }

    /** A comparison that leaves room for a difference as large as the margin, and how many blocks it takes to find or exclude that. */
    private record Wish(String what, Effect effect, double margin, double blocks) {}

    private static Optional<String> moreBlocks(BenchReport report) {
        var wishes = new ArrayList<Wish>();
        for (Situation situation : report.situations()) {
            for (Comparison each : situation.comparisons()) {
                if (each.outcome() instanceof Outcome.NoDetectableDifference(var effect, var margin)) {
                    double share = effect.smallestDetectableMicros() / margin;
                    wishes.add(new Wish(each.statistic().label() + " of " + each.variant() + " against " + each.against() + " at "
                            + rate(situation), effect, margin, Math.ceil(effect.blocks() * share * share)));
                }
            }
        }
        return wishes.stream().filter(wish -> wish.blocks() > wish.effect().blocks()).max(Comparator.comparingDouble(Wish::blocks))
                .map(wish -> String.format(Locale.ROOT,
                        "Drive about %.0f blocks instead of %d to find or rule out a difference of the margin"
                                + " (%.0f µs) in %s, the least known%s; or ask for a larger margin, if one would do.",
                        wish.blocks(),
                        wish.effect().blocks(), wish.margin(), wish.what(),
                        wishes.size() > 1 ? " of " + wishes.size() + " that show none" : ""));
    }

    private static Optional<String> plateau(BenchReport report, Situation situation) {
        Set<Statistic> unasked = new LinkedHashSet<>();
        situation.comparisons().stream().filter(each -> each.outcome() instanceof Outcome.NotAsked).map(Comparison::statistic)
                .forEach(unasked::add);
        return unasked.stream().max(Comparator.comparingDouble(Statistic::share)).map(statistic -> {
            double requests = Statistic.TAIL_OF_A_BLOCK / statistic.tail(1);
            double seconds = Math.ceil(requests / situation.load().perSecond());
            return String.format(Locale.ROOT,
                    "For %s at %s, make each plateau at least %.0f s (it was %d s): a block needs %.0f requests for"
                            + " it, and all blocks together ten times as many.",
                    statistic.label(), rate(situation),
                    Math.max(seconds, report.design().plateauSeconds()), report.design().plateauSeconds(), requests);
        });
    }

    private static List<String> sessions(BenchReport report) {
        return report.situations().stream().flatMap(situation -> situation.comparisons().stream())
                .filter(each -> each.outcome() instanceof Outcome.NotComparable).map(Comparison::variant).distinct()
                .map(variant -> "Measure " + variant + " in 2 sessions or more: it changes the whole cluster.").toList();
    }

    private static String rate(Situation situation) {
        return String.format(Locale.ROOT, "%.0f/s", situation.load().perSecond());
    }
}
