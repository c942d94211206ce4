package meshadvisor.bench.planning;

import meshadvisor.bench.Order;

/** How long things take, in seconds: what is waited for as ordered, what the cluster needs as it usually does. */
final class Durations {

    private static final int POD_START = 8;
    private static final int BETWEEN_CELLS = 1;
    private static final int HELPERS = 40;
    private static final int REMOVAL = 30;
    private static final int SPARE = 600;

    private Durations() {}

    /** One variant in one block. */
    static int drive(int cells, Order.Design design) {
        return POD_START + cells * (design.warmUpSeconds() + design.plateauSeconds() + BETWEEN_CELLS);
    }

    /** Without load, before and after. */
    static int idle(Order.Design design) {
        return Math.max(10, Math.min(60, design.plateauSeconds()));
    }

    /** From the first step to the last block, if no look ends it before. */
    static int whole(int jobs, int blockSeconds, Order.Design design) {
        int driven = design.looks().isEmpty() ? 0 : blockSeconds * design.looks().getLast();
        return HELPERS + jobs * POD_START + 2 * idle(design) + Math.min(driven, Math.max(design.budgetSeconds(), blockSeconds)) + REMOVAL;
    }

    /** After which the cluster removes everything by itself: enough for a slow cluster, too. */
    static int deadline(int expected) {
        return expected + expected / 2 + SPARE;
    }
}
