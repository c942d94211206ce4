package meshadvisor.cost.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import meshadvisor.measure.Quantiles;
import meshadvisor.signal.CallGraph.Call;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains against distributions whose sums and maxima are known in closed form. */
class FollowingTest {

    private static final int STEPS = 1 << 14;

    private static double exponential(double p) {
        return -Math.log(1 - p);
    }

    private static Following.Follow followed(List<Call> calls, DoubleUnaryOperator hop) {
        double[] table = IntStream.range(0, STEPS).mapToDouble(i -> hop.applyAsDouble((i + 0.5) / STEPS)).toArray();
        return new Following(calls, place -> table, 7).from(0);
    }

    private static List<Call> row(int hops) {
        return IntStream.range(0, hops).mapToObj(i -> new Call(i, i + 1)).toList();
    }

    private static List<Call> star(int width) {
        return IntStream.rangeClosed(1, width).mapToObj(i -> new Call(0, i)).toList();
    }

    private static double quantile(Sampled sampled, double p) {
        return Quantiles.of(sampled.sorted(), p);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void exponential_hops_in_a_row_are_gamma_distributed(int hops) {
        Sampled sum = followed(row(hops), FollowingTest::exponential).atOnce();
        GammaDistribution gamma = new GammaDistribution(hops, 1);
        for (double p : new double[] {0.5, 0.9, 0.99}) {
            double exact = gamma.inverseCumulativeProbability(p);
            assertThat(quantile(sum, p)).isCloseTo(exact, within(0.05 * exact));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 20})
    void of_exponential_calls_at_once_the_largest_counts(int width) {
        Sampled largest = followed(star(width), FollowingTest::exponential).atOnce();
        for (double p : new double[] {0.5, 0.9, 0.99}) {
            double exact = -Math.log(1 - Math.pow(p, 1.0 / width));
            assertThat(quantile(largest, p)).isCloseTo(exact, within(0.05 * exact));
        }
    }

    @Test
    void normal_hops_in_a_row_are_normal_and_no_percentiles_are_added() {
        Sampled sum = followed(row(4), p -> 10 + Quantiles.normal(p)).atOnce();
        assertThat(quantile(sum, 0.99)).isCloseTo(40 + 2 * Quantiles.normal(0.99), within(0.1));
        assertThat(quantile(sum, 0.99)).isLessThan(4 * (10 + Quantiles.normal(0.99)) - 4);
    }

    @Test
    void a_call_at_once_followed_by_one_in_a_row_is_the_convolution_of_both() {
        // two ways at once, each of two exponential hops: the distribution function is that of Gamma(2, 1), squared
        Sampled both =
                followed(List.of(new Call(0, 1), new Call(0, 2), new Call(1, 3), new Call(2, 4)), FollowingTest::exponential).atOnce();
        double exact = new GammaDistribution(2, 1).inverseCumulativeProbability(Math.sqrt(0.99));
        assertThat(quantile(both, 0.99)).isCloseTo(exact, within(0.05 * exact));
    }

    @Test
    void calls_in_turn_add_up_where_calls_at_once_do_not() {
        Following.Follow three = followed(star(3), FollowingTest::exponential);
        double exact = new GammaDistribution(3, 1).inverseCumulativeProbability(0.99);
        assertThat(quantile(three.inTurn(), 0.99)).isCloseTo(exact, within(0.05 * exact));
        assertThat(three.calls()).isEqualTo(3);
    }

    @Test
    void a_callee_that_two_services_share_is_called_by_each_of_them() {
        Following.Follow diamond =
                followed(List.of(new Call(0, 1), new Call(0, 2), new Call(1, 3), new Call(2, 3)), FollowingTest::exponential);
        assertThat(diamond.calls()).isEqualTo(4);
        assertThat(diamond.longest()).hasSize(3);
    }

    @Test
    void services_that_call_each_other_in_a_circle_end() {
        Following following = new Following(List.of(new Call(0, 1), new Call(1, 2), new Call(2, 0)), place -> new double[] {1}, 7);
        assertThat(following.entrances()).containsExactly(0, 1, 2);
        assertThat(following.from(0).atOnce().at(0)).isEqualTo(2);
    }

    @Test
    void a_row_of_ten_thousand_services_overflows_nothing() {
        double[] table = {1};
        Following following = new Following(row(10_000), place -> table, 7);
        assertThat(following.from(0).longest()).hasSizeBetween(10, 64);
    }

    @Test
    void the_same_seed_gives_the_same_requests() {
        assertThat(followed(star(3), FollowingTest::exponential).atOnce().sorted())
                .isEqualTo(followed(star(3), FollowingTest::exponential).atOnce().sorted());
    }
}
