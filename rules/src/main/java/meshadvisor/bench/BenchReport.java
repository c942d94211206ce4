package meshadvisor.bench;

import java.util.List;
import java.util.Map;
import meshadvisor.measure.Interval;
import meshadvisor.model.Gap;

/**
 * What a benchmark says.
 *
 * @param fingerprint what it is only true of
 * @param subjects the variants, in the order of the plan
 * @param situations one for each load and scenario, in the order of the plan
 * @param bills what variants cost in CPU and memory
 * @param idleTax what an installed mesh costs those who are not in it, where sessions show it
 * @param invalid cells that were not used
 * @param family how many comparisons are printed, for which the simultaneous intervals hold at once
 * @param looks what was decided when it was looked, whole sentences
 * @param warnings what to know before a figure is passed on, whole sentences
 */
public record BenchReport(String run, String startedAt, BenchRun.End end, Order.Design design, Map<String, String> fingerprint,
        List<Subject> subjects, List<Situation> situations, List<Bill> bills, List<IdleTax> idleTax, List<Invalid> invalid, int family,
        List<String> looks, List<String> warnings, List<Gap> gaps) {

    /**
     * A variant that was run.
     *
     * @param labels that go with each of its results, such as {@code flavour: upstream-envoy}
     */
    public record Subject(String variant, String name, Variant.Rank rank, String version, List<String> labels) {}

    /**
     * A load and what was done meanwhile.
     *
     * @param scenarios none: steady load
     * @param alarms of baseline against baseline again, corrected by Holm over those of the run; more than none is unusual
     * @param perHop what each hop of a chain adds, from the means, which add up
     * @param aftermath what the scenario did to callers; none under steady load
     */
    public record Situation(Load load, List<Order.Scenario> scenarios, List<Traffic> traffic, List<Point> points, List<Floor> floors,
            List<Comparison> comparisons, List<Statistic> alarms, List<Hop> perHop, List<Ranking> rankings, List<Aftermath> aftermath) {}

    /** What a scenario can do. */
    public enum Measure {
        /** The share of what was due that failed or was never sent. */
        FAILED,
        /** Seconds of the plateau that were not as those before the first change. */
        DISTURBED,
        /** Seconds from the death of a proxy until it is as before for three seconds. */
        RECOVERY,
        /** Seconds from when servers were added until a caller on new connections had an answer of one. */
        ADDED_SEEN,
        /** Seconds from when servers were taken away until such a caller had the last answer of one. */
        REMOVED_SEEN,
        /** Cores that the control plane used more than before anything was driven. */
        CONTROL_PLANE
    }

    /**
     * What a scenario did to a variant.
     *
     * @param own over blocks; none if no block came to an end of it
     * @param never blocks in which it did not come to an end within the plateau; they are not in the mean
     * @param more than baseline in the same blocks; none if there is nothing to compare with
     */
    public record Aftermath(String variant, Measure measure, List<Over> own, int never, List<Over> more) {}

    /**
     * A mean over blocks.
     *
     * @param unadjusted its 95 % t interval, as if it were the only one; none with fewer than two blocks
     */
    public record Over(double mean, List<Interval> unadjusted, int blocks) {}

    /**
     * Requests of a variant in all valid cells.
     *
     * @param seen what a scenario showed, in each block, by what it is: the block, and what was seen
     */
    public record Traffic(String variant, int validCells, int invalidCells, long sent, long failed, long dropped,
            Map<String, List<Seen>> seen) {}

    /** What a scenario showed in a block. */
    public record Seen(int session, int block, String value) {}

    /**
     * A statistic of a variant alone.
     *
     * @param mergedMicros of all requests of all valid blocks together
     * @param blocksMicros the mean of that of each block
     * @param lowestMicros of a block
     * @param highestMicros of a block
     */
    public record Point(String variant, Statistic statistic, double mergedMicros, double blocksMicros, double lowestMicros,
            double highestMicros, int blocks, long requests) {}

    /**
     * The noise floor: the largest absolute value in the interval of baseline again minus baseline.
     *
     * @param outcome of the two as if they were variants
     */
    public record Floor(Statistic statistic, double micros, Outcome outcome) {}

    /**
     * A variant against another.
     *
     * @param against baseline or app-mtls
     * @param leftOut blocks that were not used, and why, whole sentences
     */
    public record Comparison(String variant, String against, Statistic statistic, Outcome outcome, List<String> leftOut) {}

    /** What one hop adds against baseline. */
    public record Hop(String variant, double byMicros, Interval unadjusted) {}

    /**
     * Variants that give the same, by what they add to baseline.
     *
     * @param places from least to most; those that cannot be told apart from the first of their place share it
     * @param unranked variants of the class that have none, and why, whole sentences
     */
    public record Ranking(Variant.Rank rank, Statistic statistic, List<Place> places, List<String> unranked) {}

    /** A place and who shares it. */
    public record Place(int place, List<String> variants) {}

    /**
     * What a variant costs under a load.
     *
     * @param scenarios none: steady load
     */
    public record Bill(String variant, Load load, List<Order.Scenario> scenarios, List<Cpu> cpu, List<Memory> memory) {}

    /**
     * CPU seconds for 1000 requests, with the 95 % t interval over blocks, unadjusted.
     *
     * @param blocks that have figures for it
     */
    public record Cpu(Payer payer, double secondsPer1000, Interval unadjusted, int blocks) {}

    /**
     * Working set.
     *
     * @param underLoad false: before anything was driven
     * @param mebibytes of all containers together, the mean over time
     * @param containers or nodes that it was read of
     */
    public record Memory(Payer payer, boolean underLoad, double mebibytes, int containers) {}

    /** Who pays. CPU of all but the first is the difference to baseline in the same block; memory is never a difference. */
    public enum Payer {
        /** Containers that the mesh puts into pods. */
        PROXIES,
        /** The generator's and the server's own containers: they may have more or less to do. */
        APPLICATION,
        /** Pods of the mesh on the nodes. */
        NODE_AGENTS,
        /** Pods of the mesh that serve all. */
        CONTROL_PLANE,
        /** The nodes as a whole, with kernel and interrupts. */
        NODES,
        /** Of the nodes, what none of the above explains, such as the kernel's encryption and redirection. */
        UNEXPLAINED,
        /** The generators' own account; part of APPLICATION. */
        GENERATOR
    }

    /**
     * Baseline with meshes installed minus baseline without.
     *
     * @param installed ids of variants
     */
    public record IdleTax(Load load, Statistic statistic, int without, int with, List<String> installed, double byMicros,
            Interval unadjusted, double floorMicros, boolean aboveFloor) {}

    /** A cell that was not used. */
    public record Invalid(int session, int block, String variant, Load load, List<Order.Scenario> scenarios, List<String> because) {}
}
