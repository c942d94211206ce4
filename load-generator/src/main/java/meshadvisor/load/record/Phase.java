package meshadvisor.load.record;

/** A part of a run with its own histograms, by the times at which requests are intended: from its begin to that of the next. */
final class Phase {

    private final String name;
    private final long begin;
    private final Desk[] desks;
    private final Totals totals = new Totals();

    Phase(String name, long begin, int threads) {
        this.name = name;
        this.begin = begin;
        desks = new Desk[threads];
        for (int i = 0; i < threads; i++) {
            desks[i] = new Desk();
        }
    }

    String name() {
        return name;
    }

    /** In the time of {@link System#nanoTime}. */
    long begin() {
        return begin;
    }

    Desk desk(int thread) {
        return desks[thread];
    }

    int threads() {
        return desks.length;
    }

    /** What the reader has taken so far. */
    Totals totals() {
        return totals;
    }
}
