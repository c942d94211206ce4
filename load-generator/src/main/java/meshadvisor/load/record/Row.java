package meshadvisor.load.record;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** A count for each constant of an enum, in plain memory: counting allocates nothing. */
final class Row<K extends Enum<K>> {

    private final Class<K> type;
    private final long[] counts;

    Row(Class<K> type) {
        this.type = type;
        counts = new long[type.getEnumConstants().length];
    }

    @SuppressWarnings("EnumOrdinal") // places in memory only; files have words
    private static int place(Enum<?> constant) {
        return constant.ordinal();
    }

    void add(K constant, long amount) {
        counts[place(constant)] += amount;
    }

    void add(Row<K> more) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += more.counts[i];
        }
    }

    long of(K constant) {
        return counts[place(constant)];
    }

    /** Those that occurred, in their order. */
    Map<K, Long> present() {
        Map<K, Long> present = new EnumMap<>(type);
        for (K constant : type.getEnumConstants()) {
            if (of(constant) != 0) {
                present.put(constant, of(constant));
            }
        }
        return present;
    }

    void clear() {
        Arrays.fill(counts, 0);
    }
}
