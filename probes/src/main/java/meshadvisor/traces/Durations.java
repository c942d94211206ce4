package meshadvisor.traces;

import java.util.Arrays;
import meshadvisor.model.Measured;

/** Durations in microseconds, as many as there are spans. */
final class Durations {

    private static final double MICROS_PER_MILLI = 1_000;

    private long[] all = new long[8];
    private int count;

    void add(long micros) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        all[count++] = micros;
    }

    int count() {
        return count;
    }

    /** The smallest that at least this share of all does not exceed, in milliseconds. */
    Measured quantile(double share) {
        if (count == 0) {
            return new Measured.Missing("no span tells it");
        }
        Arrays.sort(all, 0, count);
        return new Measured.Value(all[Math.max(0, (int) Math.ceil(share * count) - 1)] / MICROS_PER_MILLI);
    }

    /** The same in whole numbers of what was added; -1 where nothing was. */
    int whole(double share) {
        if (count == 0) {
            return -1;
        }
        Arrays.sort(all, 0, count);
        return (int) all[Math.max(0, (int) Math.ceil(share * count) - 1)];
    }
}
