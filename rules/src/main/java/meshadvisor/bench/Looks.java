package meshadvisor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import meshadvisor.bench.Cells.Situation;
import meshadvisor.measure.Estimate;
import meshadvisor.measure.Rare;

/**
 * Decides after some blocks whether more are needed. The looks stand in the plan, and what is decided depends on how wide intervals are and
 * not on what they say; so a run does not end because its figures please.
 */
public final class Looks {

    /** Something that happens in one block of ten is of account, and a run must see it with a chance of nine in ten. */
    private static final double RARE = 0.1;
    private static final double CHANCE = 0.9;

    /** With fewer blocks no run ends for being precise: 22. */
    static final int ENOUGH_BLOCKS = Rare.blocksToSee(RARE, CHANCE);

    /** What must be precise. The others get as precise as they get. */
    private static final List<Statistic> PRECISE = List.of(Statistic.P50, Statistic.P99);

    private Looks() {}

    /** What is decided at a look. */
    public sealed interface Decision {

        /** Whole sentences, for the report. */
        String because();

        /** More blocks. */
        record GoOn(String because) implements Decision {}

        /** No more blocks in this session. */
        record Stop(BenchRun.End end, String because) implements Decision {}
    }

    /**
     * Looks.
     *
     * @param run with all that has come back
     * @param session in which blocks are driven
     * @param blocks of it that are looked at, the first ones: a run that goes on looks again at what it has seen, and must decide the same
     */
    public static Decision at(BenchRun run, int session, int blocks) {
        return decided(widths(run, session, blocks), run.plan().order().design(), blocks);
    }

    /** What follows from how well each difference is known. */
    static Decision decided(List<Width> widths, Order.Design design, int blocks) {
        boolean last = design.looks().stream().noneMatch(look -> look > blocks);
        if (widths.isEmpty()) {
            String few = after(blocks) + " there are too few requests to compare p50 or p99 of anything.";
            return last ? new Decision.Stop(BenchRun.End.LAST_LOOK, few + " It was the last look.") : new Decision.GoOn(few);
        }
        if (widths.stream().allMatch(width -> width.blocks() == 0)) {
            return new Decision.Stop(BenchRun.End.ABORTED, after(blocks) + " no variant has one that is valid together with"
                    + " baseline's, so more would be in vain; the reasons stand with the cells.");
        }
        var wide = widths.stream().filter(width -> !width.enough(design.precision())).toList();
        if (wide.isEmpty()) {
            return new Decision.Stop(BenchRun.End.PRECISE,
                    String.format(Locale.ROOT, "%s p50 and p99 of all variants are known"
                            + " to ±%.0f %% of baseline's.", after(blocks), 100 * design.precision()));
        }
        String still =
                after(blocks) + " " + wide.size() + " of " + widths.size() + " differences are not known well enough, such"
                        + " as " + wide.getFirst().words(design.precision());
        return last ? new Decision.Stop(BenchRun.End.LAST_LOOK, still + " It was the last look.") : new Decision.GoOn(still);
    }

    private static String after(int blocks) {
        return "After " + blocks + (blocks == 1 ? " block" : " blocks");
    }

    private static List<Width> widths(BenchRun run, int session, int blocks) {
        var cells = Cells.of(run);
        var widths = new ArrayList<Width>();
        for (Situation situation : cells.used().keySet()) {
            for (Variant variant : run.plan().variants()) {
                boolean driven = cells.used().getOrDefault(situation, Map.of()).containsKey(variant.id());
                if (driven && !variant.id().equals(Contests.BASELINE)) {
                    widths.addAll(widths(situation, variant.id(),
                            Pairs.of(cells, situation, variant.id(), Contests.BASELINE).first(session, blocks)));
                }
            }
        }
        return widths;
    }

    private static List<Width> widths(Situation situation, String variant, Pairs pairs) {
        return PRECISE.stream().filter(statistic -> pairs.size() == 0 || pairs.tooFew(statistic).isEmpty())
                .map(statistic -> width(situation.load(), variant, statistic, pairs)).toList();
    }

    private static Width width(Load load, String variant, Statistic statistic, Pairs pairs) {
        String what = String.format(Locale.ROOT, "%s of %s at %.0f/s", statistic.label(), variant, load.perSecond());
        return pairs.size() < 2 ? new Width(what, pairs.size(), Double.POSITIVE_INFINITY)
                : Width.of(what, pairs.size(), pairs.differences(statistic).estimate(), pairs.reference(statistic));
    }

    /**
     * How well a difference is known.
     *
     * @param share half of the interval as a share of the reference; infinite if there is none
     */
    record Width(String what, int blocks, double share) {

        static Width of(String what, int blocks, Estimate estimate, double reference) {
            return new Width(what, blocks, estimate.interval(Judgement.CONFIDENCE).half() / reference);
        }

        boolean enough(double precision) {
            return blocks >= ENOUGH_BLOCKS && share <= precision;
        }

        String words(double precision) {
            if (blocks < 2) {
                return what + ", of which " + blocks + " blocks are valid.";
            }
            String known = String.format(Locale.ROOT, "%s to ±%.0f %% of baseline's from %d valid blocks", what, 100 * share, blocks);
            return share <= precision
                    ? known + "; with fewer than " + ENOUGH_BLOCKS + " a stall in one block of ten would often not be seen."
                    : String.format(Locale.ROOT, "%s; ±%.0f %% would take about %.0f.", known, 100 * precision,
                            Math.ceil(blocks * share * share / (precision * precision)));
        }
    }
}
