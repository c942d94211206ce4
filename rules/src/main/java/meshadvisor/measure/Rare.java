package meshadvisor.measure;

/** What happens only in some blocks. */
public final class Rare {

    private Rare() {}

    /**
     * The number of blocks of which at least one is hit with some chance: the smallest n with 1 − (1 − share)ⁿ ≥ chance.
     *
     * @param share of blocks that are hit, in (0, 1)
     * @param chance in (0, 1)
     */
    public static int blocksToSee(double share, double chance) {
        return (int) Math.ceil(Math.log1p(-chance) / Math.log1p(-share));
    }

    /** The smallest share of blocks that so many blocks show with some chance. */
    public static double shareSeen(int blocks, double chance) {
        return 1 - Math.pow(1 - chance, 1.0 / blocks);
    }
}
