package meshadvisor.cost.overhead;

import java.util.SplittableRandom;

/**
 * A random order of the numbers from 0 on, up to a power of 2: each occurs once. It is computed number by number, from odd factors and shifts of
 * bits, both of which lose nothing, so that it takes neither memory nor a draw for each.
 */
final class Shuffle {

    private final int mask;
    private final int shift;
    private final int first;
    private final int second;
    private final int third;
    private final int start;

    /** @param size a power of 2 */
    Shuffle(int size, SplittableRandom random) {
        mask = size - 1;
        shift = Math.max(1, Integer.bitCount(mask) / 2);
        first = random.nextInt() | 1;
        second = random.nextInt() | 1;
        third = random.nextInt() | 1;
        start = random.nextInt();
    }

    /** The number at a place. */
    int at(int place) {
        int mixed = place * first + start & mask;
        mixed = (mixed ^ mixed >>> shift) * second & mask;
        return (mixed ^ mixed >>> shift) * third + start & mask;
    }
}
