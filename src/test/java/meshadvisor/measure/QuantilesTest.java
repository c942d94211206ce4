package meshadvisor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantiles of values and of distributions. */
class QuantilesTest {

    private static final double[] SHARES = {0, 0.05, 0.5, 0.95, 0.99, 1};

    /** So many values, of which some are alike where there are fewer kinds than values. */
    private static double[] values(SplittableRandom random, int count, int kinds) {
        return random.ints(count, 0, kinds).mapToDouble(i -> i - kinds / 2.0).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000_000})
    void a_selected_quantile_is_that_of_the_sorted_values(int kinds) {
        SplittableRandom random = new SplittableRandom(kinds);
        for (int round = 0; round < 2_000; round++) {
            double[] values = values(random, 1 + random.nextInt(60), kinds);
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (double share : SHARES) {
                assertThat(Quantiles.select(values, share)).isEqualTo(Quantiles.of(sorted, share));
            }
        }
    }

    @Test
    void values_that_are_in_order_already_or_in_the_contrary_take_no_square_of_time() {
        double[] up = new double[1 << 20];
        Arrays.setAll(up, i -> i);
        double[] down = new double[1 << 20];
        Arrays.setAll(down, i -> -i);

        assertThat(Quantiles.select(up, 0.5)).isEqualTo(((1 << 20) - 1) / 2.0);
        assertThat(Quantiles.select(down, 0.5)).isEqualTo(-((1 << 20) - 1) / 2.0);
    }

    @Test
    void selecting_loses_no_value() {
        double[] values = values(new SplittableRandom(5), 1_000, 300);
        double[] before = values.clone();
        Quantiles.select(values, 0.9);
        Arrays.sort(values);
        Arrays.sort(before);

        assertThat(values).isEqualTo(before);
    }

    /** Abramowitz and Stegun (1964), table 26.1 read backwards. */
    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.841344746, 1", "0.977249868, 2", "0.998650102, 3", "0.025, -1.959963985"})
    void the_normal_quantile_is_that_of_tables(double probability, double quantile) {
        assertThat(Quantiles.normal(probability)).isCloseTo(quantile, within(1e-7));
    }
}
