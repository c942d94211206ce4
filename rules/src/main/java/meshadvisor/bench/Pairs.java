package meshadvisor.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import meshadvisor.bench.Cells.Block;
import meshadvisor.bench.Cells.Cell;
import meshadvisor.bench.Cells.Column;
import meshadvisor.bench.Cells.Situation;
import meshadvisor.measure.Differences;

/**
 * A statistic of two variants in the blocks in which both are valid.
 *
 * @param leftOut blocks that only one of them has, whole sentences
 */
record Pairs(List<Pair> pairs, List<String> leftOut) {

    /** Histograms tell values apart that differ by a part in a thousand. */
    private static final double RESOLUTION = 0.001;

    /** One block. */
    record Pair(Block block, Cell one, Cell other) {}

    static Pairs of(Cells cells, Situation situation, String variant, String against) {
        Column one = cells.column(situation, variant);
        Column other = cells.column(situation, against);
        var blocks = new TreeSet<>(one.cells().keySet());
        blocks.addAll(other.cells().keySet());
        var pairs = new ArrayList<Pair>();
        var leftOut = new ArrayList<String>();
        for (Block block : blocks) {
            Cell left = one.cells().get(block);
            Cell right = other.cells().get(block);
            if (left != null && right != null) {
                pairs.add(new Pair(block, left, right));
            } else {
                String absent = left == null ? variant : against;
                leftOut.add("In " + block + ", " + absent + " " + cells.missing(situation, absent, block));
            }
        }
        return new Pairs(List.copyOf(pairs), List.copyOf(leftOut));
    }

    /** Those of one session up to a block. */
    Pairs first(int session, int blocks) {
        return new Pairs(pairs.stream().filter(pair -> pair.block().session() == session && pair.block().number() <= blocks).toList(),
                leftOut);
    }

    /** Those of each session, in the order of sessions. */
    List<Pairs> bySession() {
        return pairs.stream().collect(groupingBy(pair -> pair.block().session(), TreeMap::new, toList()))
                .values().stream().map(each -> new Pairs(each, leftOut)).toList();
    }

    int size() {
        return pairs.size();
    }

    /** In microseconds; only if there are two pairs or more. */
    Differences differences(Statistic statistic) {
        return combined(statistic, 1, -1);
    }

    /** So many times the one and so many times the other of each pair, together. */
    Differences combined(Statistic statistic, double one, double other) {
        return new Differences(
                pairs.stream().map(pair -> one * pair.one().micros(statistic) + other * pair.other().micros(statistic)).toList(),
                RESOLUTION * reference(statistic));
    }

    /** The mean over blocks of what is compared with, in microseconds; not a number without pairs. */
    double reference(Statistic statistic) {
        return pairs.stream().mapToDouble(pair -> pair.other().micros(statistic)).average().orElse(Double.NaN);
    }

    /** Why the statistic cannot be asked for, a whole sentence; empty if it can. */
    String tooFew(Statistic statistic) {
        long least = pairs.stream().mapToLong(pair -> Math.min(pair.one().requests(), pair.other().requests())).min().orElse(0);
        long all = Math.min(pairs.stream().mapToLong(pair -> pair.one().requests()).sum(),
                pairs.stream().mapToLong(pair -> pair.other().requests()).sum());
        if (statistic.tail(least) < Statistic.TAIL_OF_A_BLOCK) {
            return sentence(statistic, "a block has", least, Statistic.TAIL_OF_A_BLOCK);
        }
        return statistic.tail(all) < Statistic.TAIL_OF_A_RUN ? sentence(statistic, "all blocks have", all, Statistic.TAIL_OF_A_RUN) : "";
    }

    private static String sentence(Statistic statistic, String who, long requests, int tail) {
        return statistic.label() + " was not asked: " + who + " " + requests + " requests, and " + Math.round(tail / statistic.tail(1))
                + " are needed so that " + tail + " lie above it.";
    }
}
