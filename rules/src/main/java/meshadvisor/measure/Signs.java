package meshadvisor.measure;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** Changes that go one way or the other. */
public final class Signs {

    private static final double EITHER = 0.5;

    private Signs() {}

    /**
     * How often chance alone would give numbers that differ as much, either way, if each way were as likely: the exact sign test, for pairs of yes
     * and no that of Q. McNemar (<i>Psychometrika</i> 12, 1947, pp. 153–157).
     *
     * @param one changes one way, 0 or more
     * @param other changes the other way, 0 or more
     */
    public static double p(int one, int other) {
        return Math.min(1, 2 * new BinomialDistribution(null, one + other, EITHER).cumulativeProbability(Math.min(one, other)));
    }
}
