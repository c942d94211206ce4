package meshadvisor.load.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import meshadvisor.load.schedule.KneeSearch.Found;
import meshadvisor.load.schedule.KneeSearch.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for the knee, on simulated systems of which it is known where it is. */
class KneeSearchTest {

    private static final double MOST = 100_000;
    /** Forty, and the last confirmation, which is two. */
    private static final int TRIALS = 42;

    private final List<Double> held = new ArrayList<>();

    private Found search(double from, Trial trial) {
        return KneeSearch.search(from, MOST, rate -> {
            boolean holds = trial.holds(rate);
            if (holds) {
                held.add(rate);
            }
            return holds;
        });
    }

    /** Whether p99 of an M/M/1 queue stays below a time: the response is exponential with the rate that is left. */
    private static boolean queue(double capacity, double rate, double seconds) {
        return rate < capacity && Math.log(100) / (capacity - rate) < seconds;
    }

    @ParameterizedTest
    @ValueSource(doubles = {500, 1_000, 7_777, 50_000})
    void the_knee_of_a_queue_is_found_as_closely_as_promised(double capacity) {
        var found = search(100, rate -> queue(capacity, rate, 0.1));
        double knee = capacity - Math.log(100) / 0.1;
        assertThat(found.held().orElseThrow()).isBetween(knee / KneeSearch.PRECISION, knee);
        assertThat(found.broken().orElseThrow()).isBetween(knee, knee * KneeSearch.PRECISION);
        assertThat(found.trials()).isLessThanOrEqualTo(20);
    }

    @Test
    void a_first_rate_that_is_too_high_is_halved() {
        var found = search(10_000, rate -> rate <= 37);
        assertThat(found.held().orElseThrow()).isCloseTo(37, within(2.0));
        assertThat(found.broken().orElseThrow()).isBetween(37.0, 37 * 1.06);
    }

    @Test
    void what_never_breaks_holds_at_the_most_that_may_be_tried() {
        var found = search(100, rate -> true);
        assertThat(found.held()).isEqualTo(OptionalDouble.of(MOST));
        assertThat(found.broken()).isEmpty();
        assertThat(held).allMatch(rate -> rate <= MOST);
    }

    @Test
    void what_never_holds_is_given_up() {
        var found = search(1_000, rate -> false);
        assertThat(found.held()).isEmpty();
        assertThat(found.broken().orElseThrow()).isBetween(1.0, 2.0);
        assertThat(found.trials()).isLessThan(15);
    }

    @Test
    void a_rate_beyond_the_most_is_not_tried() {
        var found = search(1e9, rate -> rate <= MOST);
        assertThat(found.held()).isEqualTo(OptionalDouble.of(MOST));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.3, 1, 99_999})
    void trials_are_bounded_wherever_it_begins(double from) {
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            int bound = TRIALS + (int) Math.max(0, Math.log(MOST / from) / Math.log(2));
            assertThat(KneeSearch.search(from, MOST, rate -> random.nextInt(4) > 0).trials()).isLessThanOrEqualTo(bound);
        }
    }

    @Test
    void noise_does_not_lead_far_away_from_the_knee() {
        double knee = 5_000;
        int close = 0;
        for (long seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            // Within 5 % of the knee a trial may say either; beyond 20 % it is seldom wrong.
            var found = KneeSearch.search(100, MOST,
                    rate -> rate * (1 + 0.05 * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5)) < knee);
            close += Math.abs(found.held().orElse(0) - knee) < 0.15 * knee ? 1 : 0;
        }
        assertThat(close).isGreaterThan(180);
    }

    @Test
    void what_is_told_as_held_has_held_twice() {
        for (long seed = 0; seed < 500; seed++) {
            held.clear();
            var random = new SplittableRandom(seed);
            var found = search(100, rate -> rate < 3_000 && random.nextInt(10) > 3);
            found.held().ifPresent(rate -> assertThat(held.stream().filter(each -> each == rate)).hasSizeGreaterThanOrEqualTo(2));
        }
    }

    @Test
    void what_is_told_as_broken_is_above_what_held() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var found = KneeSearch.search(100, MOST, rate -> random.nextInt(10) > 3);
            if (found.held().isPresent() && found.broken().isPresent()) {
                assertThat(found.broken().getAsDouble()).isGreaterThan(found.held().getAsDouble());
            }
        }
    }
}
