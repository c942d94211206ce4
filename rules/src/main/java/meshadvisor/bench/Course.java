package meshadvisor.bench;

import java.util.List;
import java.util.Map;

/**
 * How a cell went in which something was done to the cluster.
 *
 * @param seconds of its plateau, in order; those in which nothing was due are absent
 * @param changes in the order of time
 */
public record Course(List<Second> seconds, List<Change> changes) {

    /** That of a cell whose load was steady, of which no more than the whole is kept. */
    public static final Course NONE = new Course(List.of(), List.of());

    /**
     * A second of a plateau.
     *
     * @param from since the plateau began; it ends a second later
     * @param due requests that were intended in it
     * @param good answers that came in it, to whichever request
     * @param failed requests that failed in it
     * @param micros latency of its good answers, from the intended time; empty if there are none
     */
    public record Second(int from, long due, long good, long failed, Map<Statistic, Double> micros) {}

    /** What can be done. */
    public enum What {
        /** Servers were added to the Service. */
        ADDED,
        /** Servers were taken from the Service. */
        REMOVED,
        /** Pods of servers were begun, to take the place of others. */
        BEGUN,
        /** Pods of servers were deleted whose place others had taken. */
        REPLACED,
        /** Proxies were ended. */
        ENDED
    }

    /**
     * Something that was done.
     *
     * @param atSeconds since the plateau began, by the clock of whoever did it
     * @param watched whether a caller on new connections looked who answers
     * @param seenAfterSeconds how long after it that caller had the first answer of what was added, or the last of what was removed; empty if
     *        nobody looked, or if it had none before the next change
     */
    public record Change(What what, double atSeconds, boolean watched, List<Double> seenAfterSeconds) {}
}
