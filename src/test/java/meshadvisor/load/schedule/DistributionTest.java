package meshadvisor.load.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import meshadvisor.load.schedule.Distribution.Exponential;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.schedule.Distribution.Lognormal;
import meshadvisor.load.schedule.Distribution.Mixture;
import meshadvisor.load.schedule.Distribution.Pareto;
import meshadvisor.load.schedule.Distribution.Part;
import meshadvisor.load.schedule.Distribution.Uniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How sizes and times vary: what is read, what is refused, and that samples are distributed as the words say. */
class DistributionTest {

    private static final long MILLISECOND = 1_000_000;
    private static final int SAMPLES = 100_000;

    private static Distribution time(String text) {
        return Distributions.parse(text, Unit.TIME);
    }

    @Test
    void each_form_is_read() {
        assertThat(time("2ms")).isEqualTo(new Fixed(2 * MILLISECOND));
        assertThat(time("uniform(1ms,3ms)")).isEqualTo(new Uniform(MILLISECOND, 3 * MILLISECOND));
        assertThat(time(" exponential( 2ms ) ")).isEqualTo(new Exponential(2 * MILLISECOND));
        assertThat(time("lognormal(2ms,0.5)")).isEqualTo(new Lognormal(2 * MILLISECOND, 0.5));
        assertThat(time("pareto(1ms, 1.5, 2s)")).isEqualTo(new Pareto(MILLISECOND, 1.5, 2_000 * MILLISECOND));
        assertThat(time("mix(90:1ms,10:20ms)"))
                .isEqualTo(new Mixture(List.of(new Part(90, MILLISECOND), new Part(100, 20 * MILLISECOND))));
        assertThat(Distributions.parse("mix(9:100,1:64KiB)", Unit.SIZE))
                .isEqualTo(new Mixture(List.of(new Part(9, 100), new Part(10, 65_536))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "2 | \"2\" is not a time like 250us, 2ms, 30s or 5m",
            "-2ms | \"-2ms\" is not a time",
            "'' | \"\" is not a time",
            "gauss(1ms) | \"gauss(1ms)\" is not a distribution; known are 2ms, uniform(1ms,3ms)",
            "uniform(1ms | \"uniform(1ms\" is not a time",
            "uniform(1ms) | \"uniform(1ms)\" has 1 values where 2 belong",
            "uniform(3ms,1ms) | \"uniform(3ms,1ms)\" begins above its end",
            "exponential(1ms,2ms) | \"exponential(1ms,2ms)\" has 2 values where 1 belong",
            "exponential() | \"\" is not a time",
            "lognormal(2ms) | \"lognormal(2ms)\" has 1 values where 2 belong",
            "lognormal(2ms,-1) | \"-1\" is not a number that is allowed here",
            "lognormal(2ms,NaN) | \"NaN\" is not a number that is allowed here",
            "lognormal(2ms,x) | \"x\" is not a number that is allowed here",
            "pareto(1ms,0,2s) | \"0\" is not a number that is allowed here",
            "pareto(1ms,1.5) | \"pareto(1ms,1.5)\" has 2 values where 3 belong",
            "pareto(2s,1.5,1ms) | \"pareto(2s,1.5,1ms)\" begins above its end",
            "mix(90) | \"90\" is not a weight and a value like 90:1ms",
            "mix(0:1ms) | \"0\" is not a number that is allowed here",
            "mix(90:1ms,) | \"\" is not a weight and a value like 90:1ms"})
    void a_mistake_is_told_in_a_sentence(String text, String sentence) {
        assertThatThrownBy(() -> time(text)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(sentence);
    }

    @ParameterizedTest
    @CsvSource({"250us,250000", "1.5ms,1500000", "30s,30000000000", "5m,300000000000", "7ns,7", "0s,0"})
    void times_are_read(String text, long nanos) {
        assertThat(Unit.TIME.parse(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({"100,100", "100B,100", "4KiB,4096", "0.5MiB,524288", "0,0"})
    void sizes_are_read(String text, long bytes) {
        assertThat(Unit.SIZE.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4KB", "1GiB", "1e3", "1 KiB", ".5KiB", "-1", "9999999999999", "4kib"})
    void what_is_no_size_is_refused(String text) {
        assertThatThrownBy(() -> Unit.SIZE.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + text + "\" is not a size like 100, 4KiB or 1MiB");
    }

    @Test
    void samples_have_the_quantiles_of_their_distribution() {
        quantiles(new Uniform(1_000_000, 3_000_000), p -> 1_000_000 + p * 2_000_000);
        quantiles(new Exponential(2_000_000), p -> -2_000_000 * Math.log1p(-p));
        quantiles(new Pareto(1_000_000, 1.5, Long.MAX_VALUE), p -> 1_000_000 * Math.pow(1 - p, -1 / 1.5));
        quantiles(new Pareto(1_000_000, 1.5, 3_000_000), p -> Math.min(3_000_000, 1_000_000 * Math.pow(1 - p, -1 / 1.5)));
    }

    /** The share of samples up to the quantile at p is p, within five deviations of a binomial. */
    private static void quantiles(Distribution distribution, DoubleUnaryOperator quantile) {
        var samples = samples(distribution);
        for (double p : new double[] {0.01, 0.1, 0.5, 0.75, 0.9, 0.99, 0.999}) {
            double value = quantile.applyAsDouble(p);
            double below = Arrays.stream(samples).filter(sample -> sample < value).count() / (double) SAMPLES;
            double upTo = Arrays.stream(samples).filter(sample -> sample <= value + 1).count() / (double) SAMPLES;
            double error = 5 * Math.sqrt(p * (1 - p) / SAMPLES);
            assertThat(below).as("%s at %s", distribution, p).isLessThan(p + error);
            assertThat(upTo).as("%s at %s", distribution, p).isGreaterThan(p - error);
        }
    }

    @Test
    void the_logarithms_of_lognormal_samples_are_normal() {
        var logarithms = Arrays.stream(samples(new Lognormal(2_000_000, 0.5))).mapToDouble(sample -> Math.log(sample / 2e6) / 0.5)
                .toArray();
        double mean = Arrays.stream(logarithms).average().orElseThrow();
        double variance = Arrays.stream(logarithms).map(value -> value * value).average().orElseThrow();
        double beyond = Arrays.stream(logarithms).filter(value -> value > 1.959964).count() / (double) SAMPLES;
        assertThat(mean).isCloseTo(0, within(5 / Math.sqrt(SAMPLES)));
        assertThat(variance).isCloseTo(1, within(5 * Math.sqrt(2.0 / SAMPLES)));
        assertThat(beyond).isCloseTo(0.025, within(5 * Math.sqrt(0.025 * 0.975 / SAMPLES)));
    }

    @Test
    void a_mixture_gives_each_value_its_share() {
        var samples = samples(time("mix(90:1ms,9:20ms,1:100ms)"));
        assertThat(Arrays.stream(samples).distinct().toArray()).containsExactlyInAnyOrder(MILLISECOND, 20 * MILLISECOND,
                100 * MILLISECOND);
        double tail = Arrays.stream(samples).filter(sample -> sample == 100 * MILLISECOND).count() / (double) SAMPLES;
        assertThat(tail).isCloseTo(0.01, within(5 * Math.sqrt(0.01 * 0.99 / SAMPLES)));
    }

    @Test
    void both_bounds_of_a_uniform_distribution_occur_and_nothing_beyond() {
        assertThat(Arrays.stream(samples(new Uniform(3, 6))).distinct().sorted().toArray()).containsExactly(3, 4, 5, 6);
        assertThat(samples(new Uniform(7, 7))).containsOnly(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999m", "uniform(0s,999999999999m)", "uniform(999999999999m,999999999999m)",
            "exponential(999999999999m)", "lognormal(999999999999m,9)", "pareto(1ns,0.001,999999999999m)", "lognormal(1ns,0)",
            "pareto(0s,1,0s)", "mix(1:0s)"})
    void no_sample_is_below_nothing(String extreme) {
        assertThat(Arrays.stream(samples(time(extreme))).min().orElseThrow()).isNotNegative();
    }

    private static long[] samples(Distribution distribution) {
        var random = new SplittableRandom(11);
        var samples = new long[SAMPLES];
        Arrays.setAll(samples, i -> distribution.sample(random));
        return samples;
    }
}
