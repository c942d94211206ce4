package meshadvisor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact sign test. */
class SignsTest {

    /** Binomial tails by hand: 2 (1 + 10) / 2^10; 2 / 2^5; 2 (1 + 4) / 2^4. */
    @ParameterizedTest
    @CsvSource({"1, 9, 0.021484375", "0, 5, 0.0625", "3, 1, 0.625", "2, 2, 1", "0, 0, 1", "0, 1, 1"})
    void its_p_value_is_the_tail_of_the_binomial_distribution_twice(int one, int other, double p) {
        assertThat(Signs.p(one, other)).isCloseTo(p, within(1e-12)).isEqualTo(Signs.p(other, one));
    }

    @Test
    void two_thousand_changes_one_way_are_no_chance_and_no_overflow() {
        assertThat(Signs.p(2_000, 0)).isNotNegative().isLessThan(1e-300);
    }
}
