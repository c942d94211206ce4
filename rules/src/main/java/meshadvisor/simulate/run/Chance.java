package meshadvisor.simulate.run;

import java.util.SplittableRandom;

/** What chance decides, by what it is about and not by when it is asked: runs with the same seed differ only by what people change. */
record Chance(long seed) {

    /** What chance is asked about. */
    enum About {
        APP_MEMORY(1), LOAD(2), PLACE(3), START(4), SCOPE(5), PHASE(6), SCALED(7), ORDER(8), REQUEST(9);

        private final long salt;

        About(long salt) {
            this.salt = salt * 0x9e3779b97f4a7c15L;
        }
    }

    private SplittableRandom of(About about, long id) {
        return new SplittableRandom(seed ^ about.salt ^ id * 0xbf58476d1ce4e5b9L);
    }

    /** Evenly in [0, 1). */
    double share(About about, long id) {
        return of(about, id).nextDouble();
    }

    /** A factor whose logarithm is normal, with mean 1. */
    double factor(About about, long id, double deviation) {
        return Math.exp(deviation * of(about, id).nextGaussian() - deviation * deviation / 2);
    }
}
