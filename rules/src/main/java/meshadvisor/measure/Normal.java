package meshadvisor.measure;

import org.apache.commons.math3.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {

    private Normal() {}

    /**
     * The value below which a share lies.
     *
     * @param share in (0, 1)
     */
    public static double quantile(double share) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(share);
    }
}
