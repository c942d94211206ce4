package meshadvisor.cost.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An order by chance in which each number occurs once. */
class ShuffleTest {

    private static double[] numbers(Shuffle shuffle, int size) {
        return IntStream.range(0, size).mapToDouble(shuffle::at).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 1 << 10, 1 << 14})
    void each_number_occurs_once(int size) {
        for (long seed = 0; seed < 50; seed++) {
            Shuffle shuffle = new Shuffle(size, new SplittableRandom(seed));

            assertThat(IntStream.range(0, size).map(shuffle::at).sorted().toArray()).containsExactly(IntStream.range(0, size).toArray());
        }
    }

    /** Of independent orders the correlation has the deviation 1 / sqrt(size), 0.03 here. */
    @Test
    void two_orders_have_nothing_to_do_with_each_other() {
        int size = 1 << 10;
        PearsonsCorrelation correlation = new PearsonsCorrelation();
        double squares = 0;
        int seeds = 400;
        for (long seed = 0; seed < seeds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] one = numbers(new Shuffle(size, random), size);
            double[] other = numbers(new Shuffle(size, random), size);
            squares += Math.pow(correlation.correlation(one, other), 2);
        }
        assertThat(Math.sqrt(squares / seeds) * Math.sqrt(size)).isBetween(0.8, 1.3);
    }
}
