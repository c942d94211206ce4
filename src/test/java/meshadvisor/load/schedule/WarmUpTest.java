package meshadvisor.load.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a warm-up, seen in series of which it is known where their beginning ends. */
class WarmUpTest {

    private static final int LONG = 400;

    /** The length of a series at which its warm-up is seen to be over, or 0 if it never is. */
    private static int end(double[] series) {
        for (int length = 1; length <= series.length; length++) {
            if (WarmUp.over(series, length)) {
                return length;
            }
        }
        return 0;
    }

    private static double[] noise(long seed, double level, double deviation) {
        var random = new SplittableRandom(seed);
        var series = new double[LONG];
        Arrays.setAll(series, i -> level + deviation * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2);
        return series;
    }

    @Test
    void a_beginning_that_decays_is_over_only_after_it_has() {
        for (long seed = 0; seed < 100; seed++) {
            var series = noise(seed, 1e6, 2e4);
            for (int i = 0; i < series.length; i++) {
                series[i] += 2e7 * Math.exp(-i / 6.0); // at 45 it is down to half of the noise
            }
            assertThat(end(series)).as("seed %d", seed).isBetween(45, 200);
        }
    }

    @Test
    void what_is_cut_off_is_the_beginning() {
        var series = noise(5, 1e6, 1e4);
        for (int i = 0; i < 40; i++) {
            series[i] = 5e6;
        }
        assertThat(WarmUp.truncation(series, LONG)).isBetween(40, 60);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -1, 10})
    void a_trend_never_ends(double slope) {
        var series = noise(3, 1e7, 10);
        for (int i = 0; i < series.length; i++) {
            series[i] += 1e4 * slope * i;
        }
        assertThat(end(series)).isZero();
    }

    @Test
    void noise_alone_ends_soon() {
        int late = 0;
        for (long seed = 0; seed < 200; seed++) {
            int end = end(noise(seed, 1e6, 1e5));
            assertThat(end).as("seed %d", seed).isBetween(WarmUp.LEAST, 200);
            late += end > 3 * WarmUp.LEAST ? 1 : 0;
        }
        assertThat(late).isLessThan(10);
    }

    @Test
    void nothing_is_said_of_a_short_series() {
        assertThat(WarmUp.over(new double[LONG], WarmUp.LEAST - 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 41_215, 100_139_007, 1_015_021_567, 59_999_999_999.0})
    void a_series_that_does_not_vary_is_steady_at_once(double level) {
        var series = new double[LONG];
        Arrays.fill(series, level);
        assertThat(end(series)).isEqualTo(WarmUp.LEAST);
    }
}
