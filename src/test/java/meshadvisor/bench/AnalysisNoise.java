package meshadvisor.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How a quantile of a block varies in simulated runs, in units of which baseline has 10 in the mean. */
enum AnalysisNoise {
    NORMAL, LOGNORMAL, STUDENT_T2, AR1, DRIFT,
    /** Like normal, and in one block of ten the last variant stalls. */
    STALLS,
    /** Like normal, and the last variant gets slower from block to block. */
    AGEING;

    /** What the last variant adds to each block, in the mean. */
    static final double ADDED = 5;

    static final double LEVEL = 10;
    private static final double CORRELATION = 0.6;
    private static final double SIGMA = 0.5;

    /** The mean of exp(σ z). */
    private static final double LOGNORMAL_MEAN = Math.exp(SIGMA * SIGMA / 2);

    /**
     * Values of each block: baseline, baseline again, a variant that adds nothing, one that adds {@link #ADDED}. The four are driven one
     * after the other in an order that is drawn for each block.
     *
     * @param deviation of noise, in the same unit; of t with 2 degrees, which has none, its scale
     */
    double[][] blocks(int blocks, double deviation, Random random) {
        double[][] values = new double[blocks][4];
        double state = random.nextGaussian();
        var order = new ArrayList<>(List.of(0, 1, 2, 3));
        for (int slot = 0; slot < 4 * blocks; slot++) {
            int block = slot / 4;
            if (slot % 4 == 0) {
                Collections.shuffle(order, random);
            }
            state = CORRELATION * state + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian();
            int variant = order.get(slot % 4);
            values[block][variant] = value(variant, slot, deviation, this == AR1 ? state : random.nextGaussian(), random);
        }
        return values;
    }

    /** Another one for each kind. */
    long seed() {
        return name().length();
    }

    private double value(int variant, int slot, double deviation, double normal, Random random) {
        double level = LEVEL + (variant == 3 ? ADDED : 0);
        return switch (this) {
            case NORMAL, AR1 -> level + deviation * normal;
            // the slower variant is noisier in proportion, so differences are skewed
            case LOGNORMAL -> level + deviation * level / LEVEL * (Math.exp(SIGMA * normal) - LOGNORMAL_MEAN) / 0.6;
            case STUDENT_T2 -> level + deviation * normal / Math.sqrt(-Math.log(1 - random.nextDouble()));
            case DRIFT -> level + deviation * (normal + slot / 16.0);
            case STALLS ->
                    level + deviation * normal + (variant == 3 && random.nextDouble() < 0.1 ? LEVEL * (1 + random.nextDouble() * 20) : 0);
            case AGEING -> level + deviation * (normal + (variant == 3 ? slot / 24.0 : 0));
        };
    }
}
