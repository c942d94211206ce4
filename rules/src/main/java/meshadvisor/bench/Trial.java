package meshadvisor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import meshadvisor.measure.BootstrapT;
import meshadvisor.measure.Differences;
import meshadvisor.measure.Estimate;
import meshadvisor.measure.Interval;
import meshadvisor.measure.Sessions;

/**
 * A difference that is to be judged.
 *
 * @param check its 95 % interval by another method
 * @param doubts why nothing must be said of it, whole sentences
 * @param reference what it is added to, and what counts as none
 * @param floor the noise floor; no matter what if there are doubts
 */
record Trial(Estimate estimate, Interval check, int blocks, double effective, double autocorrelation, List<String> doubts,
        Reference reference,
        double floor) {

    /** With fewer valid blocks a t interval depends on how values are distributed, and nothing shows how they are. */
    static final int FEWEST_BLOCKS = 10;

    /** Differences of the blocks of one state of the cluster. */
    static Trial ofBlocks(Differences differences, Reference reference, double floor, long seed) {
        return new Trial(differences.estimate(), new BootstrapT(BootstrapT.RESAMPLES, seed).interval(differences, Judgement.CONFIDENCE),
                differences.values().size(), differences.effective(), differences.autocorrelation(), doubts(differences), reference, floor);
    }

    /** Differences of the blocks of several states of the cluster, each to the baseline of its own state. */
    static Trial ofSessions(Sessions sessions, Reference reference, double floor) {
        Estimate estimate = sessions.estimate();
        var blocks = sessions.sessions().stream().mapToInt(session -> session.values().size()).sum();
        var doubts = sessions.sessions().stream().flatMap(session -> doubts(session).stream()).distinct().toList();
        double autocorrelation = sessions.sessions().stream().mapToDouble(Differences::autocorrelation).average().orElseThrow();
        return new Trial(estimate, estimate.interval(Judgement.CONFIDENCE), blocks, sessions.sessions().size(), autocorrelation, doubts,
                reference, floor);
    }

    /** The same with another doubt. */
    Trial but(String doubt) {
        var all = new ArrayList<>(doubts);
        all.add(doubt);
        return new Trial(estimate, check, blocks, effective, autocorrelation, List.copyOf(all), reference, floor);
    }

    private static List<String> doubts(Differences differences) {
        var doubts = new ArrayList<String>();
        int blocks = differences.values().size();
        if (blocks < FEWEST_BLOCKS) {
            doubts.add(blocks + " valid blocks are fewer than " + FEWEST_BLOCKS + ".");
        } else if (differences.effective() < FEWEST_BLOCKS) {
            doubts.add(String.format(Locale.ROOT,
                    "Each block resembles the one before (autocorrelation %.2f): %d blocks say no more than %.1f,"
                            + " fewer than %d. Something changed for one of the two during the run.",
                    differences.autocorrelation(), blocks,
                    differences.effective(), FEWEST_BLOCKS));
        }
        var stalled = differences.stalled();
        if (!stalled.isEmpty()) {
            doubts.add(stalled.size() + " of " + blocks + " blocks lie far from all others, on one side ("
                    + stalled.stream().map(place -> "the " + (place + 1) + ".").collect(Collectors.joining(", "))
                    + " that both have): something stalled one of the two, and the mean says neither what is usual nor how often it happens.");
        }
        return List.copyOf(doubts);
    }
}
