package meshadvisor.cost.overhead;

import meshadvisor.cost.Range;

/**
 * What was predicted, beside what was measured.
 *
 * @param what figure and mesh
 * @param from which figures of which environment it was predicted
 * @param to where it was measured
 * @param unit of both
 * @param naive what the figure says without any factor
 * @param predicted nine of ten should lie in it
 * @param measured what was measured
 */
public record Check(String what, String from, String to, String unit, Range naive, Range predicted, double measured) {

    private static final double MISSED = 0.1;

    /** Whether the range holds what was measured. */
    public boolean covered() {
        return predicted.low() <= measured && measured <= predicted.high();
    }

    /** How many times more was measured than the figure says without any factor. */
    public double miss() {
        return naive.likely() == 0 ? Double.NaN : measured / naive.likely();
    }

    /**
     * The interval score of the logarithms: the width, and twenty times what it missed by. Smaller is better; a range that is wide without need
     * pays as one that is missed does (Gneiting and Raftery 2007, equation 43, with one in ten outside).
     */
    public double score() {
        double low = Math.log(predicted.low());
        double high = Math.log(predicted.high());
        double truth = Math.log(measured);
        return high - low + 2 / MISSED * (Math.max(0, low - truth) + Math.max(0, truth - high));
    }
}
