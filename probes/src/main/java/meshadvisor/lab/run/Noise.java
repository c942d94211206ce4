package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import meshadvisor.lab.run.GeneratorRun.Span;

/**
 * What speaks against a cell because of what else its node did meanwhile. The limits are chosen, not measured: they are meant to be so wide that a quiet
 * node keeps them, and so tight that a node where tasks mostly wait does not. What is left of the noise shows in the differences of the A/A variant.
 */
final class Noise {

    /** Of all cores. A node that is this busy makes everybody wait, whoever keeps it busy. */
    static final double MOST_BUSY = 0.95;
    /** Of all cores, by others than the run's own pods and what serves the mesh. */
    static final double MOST_BY_OTHERS = 0.25;
    /** Of the time, in which some task waited for a processor. */
    static final double MOST_STALLED = 0.60;
    /** Of all cores, taken by the machine beneath. */
    static final double MOST_STOLEN = 0.02;

    private static final double LONGEST_HOLE_MILLIS = 5_000;

    private Noise() {}

    /** What speaks against it, whole sentences. A node that could not be watched speaks against it, too. */
    static List<String> of(String node, NavigableMap<Double, NodeSample> samples, Span span, Optional<Double> ownSeconds) {
        if (!NodeSample.covered(samples, span, LONGEST_HOLE_MILLIS)) {
            return List.of("The node " + node + " was not watched all the time, so it is not known who else was at work.");
        }
        NodeSample did = NodeSample.between(samples, span);
        double all = did.cores() * span.seconds();
        List<String> sentences = new ArrayList<>();
        add(sentences, did.busySeconds() / all, MOST_BUSY,
                "The node " + node + " was busy for %s of its CPU time; the limit is %s. Lower the rates.");
        if (ownSeconds.isPresent()) {
            add(sentences, (did.busySeconds() - ownSeconds.get()) / all, MOST_BY_OTHERS,
                    "Others used %s of the CPU time of the node " + node + "; the limit is %s. Choose a quieter node or time.");
        }
        add(sentences, did.stalledSeconds() / span.seconds(), MOST_STALLED,
                "On the node " + node + " some task waited for a processor in %s of the time (PSI); the limit is %s.");
        add(sentences, did.stealSeconds() / all, MOST_STOLEN,
                "The machine beneath took %s of the CPU time of the node " + node + " (steal); the limit is %s.");
        return sentences;
    }

    /** Whether others may have used more than they may: not if all together, the run itself included, used less. */
    static boolean mayBeOthers(NavigableMap<Double, NodeSample> samples, Span span) {
        if (!NodeSample.covered(samples, span, LONGEST_HOLE_MILLIS)) {
            return true;
        }
        NodeSample did = NodeSample.between(samples, span);
        return !(did.busySeconds() <= MOST_BY_OTHERS * did.cores() * span.seconds()); // what was not seen may be anything
    }

    private static void add(List<String> sentences, double seen, double limit, String sentence) {
        if (seen > limit) { // what was not seen is not a number, and above nothing
            sentences.add(sentence.formatted(percent(seen), percent(limit)));
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
