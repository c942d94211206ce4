package meshadvisor.load.schedule;

import static meshadvisor.load.schedule.Arrivals.Spacing.CONSTANT;
import static meshadvisor.load.schedule.Arrivals.Spacing.POISSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.load.schedule.Arrivals.Spacing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When requests are meant to be sent: against the integral of the rate, and within exact bounds of chance. */
class ArrivalsTest {

    private static final long SECOND = 1_000_000_000;

    private static List<Long> all(List<Segment> segments, Spacing spacing, long seed) {
        var arrivals = new Arrivals(segments, spacing, seed);
        var times = new ArrayList<Long>();
        for (long time = arrivals.next(); time != Arrivals.END; time = arrivals.next()) {
            times.add(time);
        }
        return times;
    }

    private static List<Long> steady(double rate, long nanos, Spacing spacing, long seed) {
        return all(List.of(Segment.steady("measured", rate, nanos)), spacing, seed);
    }

    @Test
    void constant_arrivals_are_evenly_spaced_and_begin_at_once() {
        assertThat(steady(4, SECOND, CONSTANT, 1)).containsExactly(0L, SECOND / 4, SECOND / 2, 3 * SECOND / 4);
    }

    @Test
    void a_constant_rate_gives_as_many_as_rate_times_time() {
        for (int tenths = 1; tenths < 2_000; tenths++) {
            for (int seconds : new int[] {1, 3, 10, 30, 70}) {
                int expected = (tenths * seconds + 9) / 10; // the first is at the very beginning
                assertThat(steady(tenths / 10.0, seconds * SECOND, CONSTANT, 1)).as("%d/10 for %d s", tenths, seconds)
                        .hasSize(expected);
            }
        }
    }

    @Test
    void after_the_last_there_is_an_end_for_good() {
        var arrivals = new Arrivals(List.of(Segment.steady("measured", 2, SECOND)), CONSTANT, 1);
        arrivals.next();
        arrivals.next();
        assertThat(List.of(arrivals.next(), arrivals.next(), arrivals.next())).containsOnly(Arrivals.END);
        assertThat(all(List.of(), POISSON, 1)).isEmpty();
    }

    @Test
    void steps_follow_each_other_each_at_its_rate() {
        var times = all(List.of(Segment.steady("step-1", 100, 2 * SECOND), Segment.steady("step-2", 1_000, SECOND),
                Segment.steady("step-3", 10, SECOND)), CONSTANT, 1);
        assertThat(times.stream().filter(time -> time < 2 * SECOND)).hasSize(200);
        assertThat(times.stream().filter(time -> time >= 2 * SECOND && time < 3 * SECOND)).hasSize(1_000);
        assertThat(times.stream().filter(time -> time >= 3 * SECOND)).hasSize(10).first().isEqualTo(3 * SECOND);
    }

    @Test
    void a_part_of_an_arrival_that_is_left_at_the_end_of_a_step_is_carried_on() {
        // 1.5 arrivals in the first step: the third is due when half a one more is expected, 50 ms into the second.
        var times = all(List.of(Segment.steady("step-1", 1.5, SECOND), Segment.steady("step-2", 10, SECOND / 10)), CONSTANT, 1);
        assertThat(times).containsExactly(0L, 666_666_666L, SECOND + SECOND / 20);
    }

    @ParameterizedTest
    @CsvSource({"100,5000", "5000,100", "1000,1001", "1,20000"})
    void on_a_ramp_the_nth_arrival_is_where_the_integral_of_the_rate_is_n(double from, double to) {
        double seconds = 10;
        var times = all(List.of(new Segment("measured", from, to, 10 * SECOND)), CONSTANT, 1);
        assertThat(times).hasSize((int) Math.ceil((from + to) / 2 * seconds));
        for (int n = 0; n < times.size(); n++) {
            double t = times.get(n) / 1e9;
            double integral = from * t + (to - from) / seconds * t * t / 2;
            assertThat(integral).isCloseTo(n, within(1e-4));
        }
    }

    @Test
    void poisson_counts_have_mean_and_variance_of_their_rate() {
        for (long seed = 1; seed <= 20; seed++) {
            int windows = 1_000;
            double perWindow = 20;
            var counts = new int[windows];
            for (long time : steady(perWindow * 10, windows * SECOND / 10, POISSON, seed)) {
                counts[(int) (time / (SECOND / 10))]++;
            }
            double mean = java.util.Arrays.stream(counts).average().orElseThrow();
            double dispersion = java.util.Arrays.stream(counts).mapToDouble(count -> (count - mean) * (count - mean) / mean).sum();
            // The sum is Poisson with deviation √(n λ); the index of dispersion is χ² with n − 1 degrees of freedom, deviation √(2 (n − 1)).
            assertThat(mean).isCloseTo(perWindow, within(5 * Math.sqrt(perWindow / windows)));
            assertThat(dispersion).isCloseTo(windows - 1, within(5 * Math.sqrt(2.0 * (windows - 1))));
        }
    }

    @Test
    void poisson_gaps_are_exponential() {
        var times = steady(1_000, 50 * SECOND, POISSON, 7);
        var gaps = new double[times.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (times.get(i + 1) - times.get(i)) / 1e9;
        }
        java.util.Arrays.sort(gaps);
        double distance = 0;
        for (int i = 0; i < gaps.length; i++) {
            double expected = -Math.expm1(-1_000 * gaps[i]);
            distance = Math.max(distance, Math.abs(expected - (i + 0.5) / gaps.length));
        }
        assertThat(distance).isLessThan(1.95 / Math.sqrt(gaps.length)); // Kolmogorov and Smirnov, one in a thousand
    }

    @Test
    void a_seed_gives_the_same_times_and_another_seed_others() {
        assertThat(steady(500, SECOND, POISSON, 3)).isEqualTo(steady(500, SECOND, POISSON, 3))
                .isNotEqualTo(steady(500, SECOND, POISSON, 4));
    }

    @Test
    void no_arrival_is_before_the_one_before_or_outside_the_schedule() {
        for (int seed = 0; seed < 200; seed++) {
            var segments = List.of(Segment.steady("step-1", 300 + seed, SECOND), new Segment("step-2", 1 + seed, 900, SECOND),
                    new Segment("step-3", 900, 1, SECOND / 2), Segment.steady("step-4", 0.5, SECOND));
            for (var spacing : Spacing.values()) {
                var times = all(segments, spacing, seed);
                assertThat(times).isSorted().allMatch(time -> time >= 0 && time < 7 * SECOND / 2);
            }
        }
    }
}
