package meshadvisor.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.model.Gap;

/**
 * What came back of a benchmark. Written after each block; the file is all that is needed to report, to compare and to go on.
 *
 * @param startedAt in ISO 8601
 * @param sessions states of the cluster in which blocks were driven, in the order of their numbers
 * @param cells in the order in which they were driven
 * @param usage what pods and nodes used, in intervals
 * @param looks what was decided, and why, whole sentences
 * @param warnings about the whole run, whole sentences
 * @param end how it ended
 */
public record BenchRun(BenchPlan plan, Scene scene, String startedAt, List<Session> sessions, List<CellResult> cells, List<Usage> usage,
        List<String> looks, List<String> warnings, List<Gap> gaps, End end) {

    /** How a run ended. */
    public enum End {
        /** Every wanted interval was narrow enough. */
        PRECISE,
        /** The last look was reached. */
        LAST_LOOK,
        /** The time was up. */
        BUDGET,
        /** Somebody ended it, or the program died: it can be gone on with. */
        INTERRUPTED,
        /** It was stopped because others suffered, or because it could not go on; warnings say why. */
        ABORTED,
        /** It is going on. */
        RUNNING
    }

    /**
     * A state of the cluster. All blocks of it were driven while nothing was installed or removed.
     *
     * @param number 1 or more
     * @param installed ids of the variants with a mesh that could be run then, whether or not they were; none: no mesh was there
     * @param seconds for which the run was at work on it, without the time between an interruption and going on; counts against its budget
     */
    public record Session(int number, List<String> installed, double seconds) {}

    /**
     * What one load on one variant gave in one block.
     *
     * @param session 1 or more; sessions are other states of the cluster
     * @param block 1 or more
     * @param scenarios what was done to the cluster meanwhile; none: the load was steady
     * @param invalid why it must not be used, whole sentences; none: it is valid
     * @param latency intended time to last byte, in ns, of all generators together: HdrHistogram V2, deflated, in base 64; empty if there is none
     * @param offsetSeconds at which the plateau began and ended, since the start of the run
     * @param disturbances what was done, in words, by when
     * @param course how it went second by second; {@link Course#NONE} if the load was steady
     */
    public record CellResult(int session, int block, String variant, Load load, List<Order.Scenario> scenarios, List<String> invalid,
            String latency, Counts counts, List<Proved> proofs, double offsetSeconds, double endSeconds, Map<String, String> disturbances,
            Course course) {

        /** Under steady load. */
        public CellResult(int session, int block, String variant, Load load, List<Order.Scenario> scenarios, List<String> invalid,
                String latency, Counts counts, List<Proved> proofs, double offsetSeconds, double endSeconds,
                Map<String, String> disturbances) {
            this(session, block, variant, load, scenarios, invalid, latency, counts, proofs, offsetSeconds, endSeconds, disturbances,
                    Course.NONE);
        }

        /** The same with more that speaks against it. */
        public CellResult doubted(List<String> reasons) {
            return new CellResult(session, block, variant, load, scenarios,
                    Stream.concat(invalid.stream(), reasons.stream()).distinct().toList(), latency, counts, proofs, offsetSeconds,
                    endSeconds, disturbances, course);
        }

        /** The same so many seconds later. */
        public CellResult moved(double seconds) {
            return new CellResult(session, block, variant, load, scenarios, invalid, latency, counts, proofs, offsetSeconds + seconds,
                    endSeconds + seconds, disturbances, course);
        }

        /** Whether it may be used. */
        public boolean valid() {
            return invalid.isEmpty();
        }
    }

    /**
     * Requests of a cell.
     *
     * @param generatorCpuSeconds own CPU time of the generators
     * @param scheduleErrorP99Micros how late the generator was itself
     */
    public record Counts(long intended, long sent, long completed, long failed, long dropped, double seconds, double generatorCpuSeconds,
            double scheduleErrorP99Micros) {}

    /** A proof and what was seen. {@code held} is false also if nothing could be seen; {@code seen} says which. */
    public record Proved(String shows, boolean held, String seen) {}

    /**
     * What somebody used in an interval. A figure that nobody could see is absent, and the gaps of the run say why.
     *
     * @param who uses it
     * @param name of the node, or {@code namespace/pod/container}
     * @param variant whose pod it is; empty for nodes and for what serves all
     */
    public record Usage(User who, String name, String variant, double fromSeconds, double toSeconds, Map<Figure, Double> figures) {}

    /** Who uses something. */
    public enum User {
        NODE, CONTAINER, NODE_AGENT, CONTROL_PLANE
    }

    /** What is used. */
    public enum Figure {
        /** In the interval; of nodes with kernel and interrupts. */
        CPU_SECONDS,
        /** Part of it, of nodes. */
        SOFTIRQ_SECONDS,
        /** Working set at the end of the interval; of nodes, memory that is not available. */
        MEMORY_BYTES,
        /** PSI of nodes: share of the interval in which some task waited for a processor. */
        PRESSURE_SHARE,
        /** Taken by the machine beneath, of nodes. */
        STEAL_SECONDS,
        /** In which a quota kept containers from running. */
        THROTTLED_SECONDS
    }
}
