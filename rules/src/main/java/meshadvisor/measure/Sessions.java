package meshadvisor.measure;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Differences of blocks in several sessions, each a state of the cluster that was made anew. What varies at the highest level decides: a
 * session counts as one value, however many blocks it has (T. Kalibera, R. Jones, <i>Rigorous Benchmarking in Reasonable Time</i>, ISMM
 * 2013, doi 10.1145/2464157.2464160).
 *
 * @param sessions 2 or more, each with 2 blocks or more
 */
public record Sessions(List<Differences> sessions) {

    public Sessions {
        sessions = List.copyOf(sessions);
        if (sessions.size() < 2) {
            throw new IllegalArgumentException("How sessions vary needs 2 of them or more, not " + sessions.size() + ".");
        }
    }

    /** The mean over sessions, with one degree of freedom less than there are sessions. */
    public Estimate estimate() {
        double[] means = means();
        return new Estimate(StatUtils.mean(means), Math.sqrt(StatUtils.variance(means) / means.length), means.length - 1);
    }

    /** The standard deviation of blocks within a session. */
    public double within() {
        return Math.sqrt(sessions.stream().mapToDouble(each -> StatUtils.variance(each.array())).average().orElseThrow());
    }

    /**
     * The standard deviation between sessions without what blocks bring with them: S² of the means − S² within / blocks, at least 0 (the
     * unbiased estimators of the same paper, ch. 9.2, as corrected in its version in the repository of the University of Kent).
     */
    public double between() {
        double blocks = sessions.stream().mapToInt(each -> each.values().size()).average().orElseThrow();
        return Math.sqrt(Math.max(0, StatUtils.variance(means()) - within() * within() / blocks));
    }

    private double[] means() {
        return sessions.stream().mapToDouble(each -> StatUtils.mean(each.array())).toArray();
    }
}
