package meshadvisor.bench;

import meshadvisor.measure.Estimate;
import meshadvisor.measure.Interval;

/**
 * A difference of two variants over blocks, variant minus that which it is compared with, in microseconds.
 *
 * @param byMicros the mean of the differences of the blocks
 * @param errorMicros its standard error
 * @param degrees of freedom of its t distribution
 * @param unadjusted the 95 % t interval of this difference, as if it were the only one that is printed
 * @param simultaneous with 95 % all of these intervals of the report hold their truths at once (Bonferroni)
 * @param check the 95 % interval by bootstrap-t, unadjusted, which follows skewed values; of sessions the t interval again
 * @param p of no difference, corrected by Holm over all that is printed
 * @param pOutsideMargin of a difference as large as the margin, corrected by Holm over all that is printed
 * @param blocks that were compared
 * @param effectiveBlocks as many independent ones say as much; sessions, where the variant changes the cluster
 * @param autocorrelation of the difference of a block with that of the next
 * @param smallestDetectableMicros the difference that such a run would find in four cases of five, corrected like p
 * @param reference what the difference is added to: the mean over blocks of that which is compared with
 */
public record Effect(double byMicros, double errorMicros, double degrees, Interval unadjusted, Interval simultaneous, Interval check,
        double p,
        double pOutsideMargin, int blocks, double effectiveBlocks, double autocorrelation, double smallestDetectableMicros,
        Estimate reference) {

    /** What the difference is added to, in microseconds. */
    public double referenceMicros() {
        return reference.by();
    }

    /** By how much, as a share of what it is added to. */
    public double share() {
        return byMicros / referenceMicros();
    }

    Estimate estimate() {
        return new Estimate(byMicros, errorMicros, degrees);
    }
}
