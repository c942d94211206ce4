package meshadvisor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The t interval and what follows from it. */
class EstimateTest {

    @ParameterizedTest
    @ValueSource(ints = {10, 24, 36})
    void interval_and_p_value_are_those_of_commons_math(int blocks) {
        double[] values = new Random(blocks).doubles(blocks, -1, 2).toArray();
        var differences = new Differences(Arrays.stream(values).boxed().toList(), 0);
        assertThat(differences.estimate().p()).isCloseTo(TestUtils.tTest(0, values), within(1e-9));
        var interval = differences.estimate().interval(0.95);
        double t = new TDistribution(blocks - 1).inverseCumulativeProbability(0.975);
        assertThat(interval.half()).isCloseTo(t * differences.estimate().error(), within(1e-9));
        assertThat(TestUtils.tTest(interval.low(), values)).isCloseTo(0.05, within(1e-6));
    }

    @Test
    void shifting_all_blocks_shifts_the_interval() {
        var values = List.of(1.0, 2.5, 0.5, 3.0, 1.5, 2.0);
        var plain = new Differences(values, 0).estimate().interval(0.95);
        var shifted = new Differences(values.stream().map(value -> value + 100).toList(), 0).estimate().interval(0.95);
        assertThat(shifted.low()).isCloseTo(plain.low() + 100, within(1e-9));
        assertThat(shifted.high()).isCloseTo(plain.high() + 100, within(1e-9));
    }

    @Test
    void exchanging_the_two_mirrors_the_interval() {
        var values = List.of(1.0, 2.5, 0.5, 3.0, 1.5, 2.0);
        var plain = new Differences(values, 0).estimate();
        var mirrored = new Differences(values.stream().map(value -> -value).toList(), 0).estimate();
        assertThat(mirrored.interval(0.95).low()).isEqualTo(-plain.interval(0.95).high());
        assertThat(mirrored.p()).isEqualTo(plain.p());
        assertThat(Edges.around(mirrored, 3).outside()).isEqualTo(Edges.around(plain, 3).outside());
    }

    /** Equivalent at 5 % exactly if the 90 % interval lies inside the margin (Schuirmann). */
    @ParameterizedTest
    @CsvSource({"0, 1, 2", "0.5, 1, 2", "0.2, 1, 2", "0, 1, 1", "1.9, 0.01, 2", "2.1, 0.01, 2", "-0.25, 1, 2", "5, 1, 2"})
    void equivalence_agrees_with_the_ninety_percent_interval(double by, double error, double margin) {
        var estimate = new Estimate(by, error, 23);
        assertThat(Edges.around(estimate, margin).outside() <= 0.05).isEqualTo(estimate.interval(0.90).within(-margin, margin));
    }

    @Test
    void a_difference_at_the_edge_of_the_margin_is_equivalent_to_nothing_as_often_as_chance_says() {
        assertThat(Edges.around(new Estimate(2, 1, 23), 2).outside()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void blocks_that_do_not_vary_give_an_interval_without_width() {
        var estimate = new Differences(List.of(3.0, 3.0, 3.0), 0).estimate();
        assertThat(estimate.interval(0.95)).isEqualTo(new Interval(3, 3));
        assertThat(estimate.p()).isZero();
        assertThat(Edges.around(estimate, 4).outside()).isZero();
        assertThat(Edges.around(estimate, 2).outside()).isOne();
        assertThat(new Estimate(0, 0, 3).p()).isOne();
    }

    @Test
    void the_smallest_detectable_difference_is_found_in_four_runs_of_five() {
        var random = new Random(11);
        double truth = new Estimate(0, 1 / Math.sqrt(24), 23).detectable(0.05, 0.8);
        int found = 0;
        for (int run = 0; run < 4000; run++) {
            var blocks = random.doubles(24).mapToObj(ignored -> truth + random.nextGaussian()).toList();
            found += new Differences(blocks, 0).estimate().p() <= 0.05 ? 1 : 0;
        }
        assertThat(found / 4000.0).isBetween(0.77, 0.83);
    }

    @Test
    void the_difference_of_two_estimates_is_welchs() {
        double[] one = {3, 4, 5, 6, 9};
        double[] other = {1, 2, 2, 3, 3, 4, 1};
        var difference = estimate(one).minus(estimate(other));
        assertThat(difference.p()).isCloseTo(TestUtils.tTest(one, other), within(1e-9));
    }

    private static Estimate estimate(double[] values) {
        return new Differences(Arrays.stream(values).boxed().toList(), 0).estimate();
    }
}
