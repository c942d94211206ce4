package meshadvisor.load.record;

import java.util.Arrays;
import java.util.function.Supplier;

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

    /** Lays a page on each desk that has none. */
    void prepare(Supplier<Page> pages) {
        for (Desk desk : desks) {
            if (!desk.open()) {
                desk.prepare(pages.get());
            }
        }
    }

    /** Whether any desk has a page. */
    boolean open() {
        return Arrays.stream(desks).anyMatch(Desk::open);
    }

    int threads() {
        return desks.length;
    }

    /** What the reader has taken so far. */
    Totals totals() {
        return totals;
    }
}
