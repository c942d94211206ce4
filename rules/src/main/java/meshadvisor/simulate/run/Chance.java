package meshadvisor.simulate.run;

import java.util.SplittableRandom;

/** What chance decides, by what it is about and not by when it is asked: runs with the same seed differ only by what people change. */
record Chance(long seed) {

    /** Numbers of SplittableRandom (G. L. Steele, D. Lea, C. H. Flood, <i>OOPSLA</i> 2014, figure 16). */
    private static final long STEP = 0x9e3779b97f4a7c15L;
    private static final long MIX = 0xbf58476d1ce4e5b9L;
    private static final long MIX_AGAIN = 0x94d049bb133111ebL;

    /** What chance is asked about. */
    enum About {
        APP_MEMORY(1), LOAD(2), PLACE(3), START(4), SCOPE(5), PHASE(6), SCALED(7), ORDER(8), REQUEST(9);

        private final long salt;

        About(long salt) {
            this.salt = salt * 0x9e3779b97f4a7c15L;
        }
    }

    private long of(About about, long id) {
        return seed ^ about.salt ^ id * MIX;
    }

    /** Evenly in [0, 1): the first number of a SplittableRandom with that seed, without making one. */
    double share(About about, long id) {
        long mixed = of(about, id) + STEP;
        mixed = (mixed ^ mixed >>> 30) * MIX;
        mixed = (mixed ^ mixed >>> 27) * MIX_AGAIN;
        return ((mixed ^ mixed >>> 31) >>> 11) * 0x1.0p-53;
    }

    /** A factor whose logarithm is normal, with mean 1. */
    double factor(About about, long id, double deviation) {
        return Math.exp(deviation * new SplittableRandom(of(about, id)).nextGaussian() - deviation * deviation / 2);
    }
}
