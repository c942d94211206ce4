package meshadvisor.cost.money;

import java.util.Arrays;
import java.util.SplittableRandom;
import meshadvisor.cost.Range;
import meshadvisor.cost.overhead.Overhead;

/**
 * What a chain of calls gets slower by. Per hop the added latency is drawn from the lognormal distribution that has the predicted median and 99th
 * percentile; hops are added request by request, and the quantile is taken of the sum, for the quantile of a sum is not the sum of quantiles.
 */
final class AddedLatency {

    private static final int OUTER = 400;
    private static final int REQUESTS = 600;
    private static final double Z99 = 2.3263478740408408;
    private static final double Z95 = 1.6448536269514722;
    private static final long SEED = 8_020_260_917L;

    private AddedLatency() {}

    /** Draws of the quantile of what a chain of hops gets slower by, in ms. */
    static double[] onChain(Overhead overhead, int hops, double quantile) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] added = new double[Trials.COUNT];
        double[] draws = new double[OUTER];
        for (int i = 0; i < OUTER; i++) {
            double z = random.nextGaussian() / Z95;
            double median = Math.max(1e-6, draw(overhead.hopP50().range(), z));
            double tail = Math.max(median, draw(overhead.hopP99().range(), z));
            draws[i] = quantile(random, hops, new double[] {Math.log(median), Math.log(tail / median) / Z99}, quantile);
        }
        for (int i = 0; i < added.length; i++) {
            added[i] = draws[i % OUTER];
        }
        return added;
    }

    private static double draw(Range range, double z) {
        return Math.max(0, range.likely() + z * (z < 0 ? range.likely() - range.low() : range.high() - range.likely()));
    }

    private static double quantile(SplittableRandom random, int hops, double[] logNormal, double quantile) {
        double[] sums = new double[REQUESTS];
        for (int request = 0; request < REQUESTS; request++) {
            for (int hop = 0; hop < hops; hop++) {
                sums[request] += Math.exp(logNormal[0] + logNormal[1] * random.nextGaussian());
            }
        }
        Arrays.sort(sums);
        return sums[(int) Math.min(REQUESTS - 1, Math.ceil(quantile * REQUESTS))];
    }
}
