package meshadvisor.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import meshadvisor.measure.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of runs and their intervals. */
class ShareTest {

    /** Figures of R. G. Newcombe, Stat. Med. 17, 1998, pp. 857–872, table I, method 3. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void an_interval_is_that_of_wilson(int some, int all, double low, double high) {
        Interval interval = new Share(some, all).interval();

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    /** Figures of R. G. Newcombe, Stat. Med. 17, 1998, pp. 873–890, table II, method 10. */
    @ParameterizedTest
    @CsvSource({"56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090", "10, 10, 0, 20, 0.6791, 1.0000"})
    void a_difference_of_independent_shares_is_that_of_newcombe(int one, int ofOne, int other, int ofOther, double low, double high) {
        Interval interval = new Share(one, ofOne).minus(new Share(other, ofOther), Share.NORMAL);

        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void the_interval_of_a_paired_change_holds_the_truth_in_about_95_of_100() {
        SplittableRandom random = new SplittableRandom(1);
        double truth = 0.2 - 0.3; // 10 % change to yes and 20 % to no
        long held = IntStream.range(0, 4000).filter(i -> pair(random, 80).change().contains(truth)).count();

        assertThat(held / 4000.0).isBetween(0.935, 0.985);
    }

    private static Share.Pair pair(SplittableRandom random, int runs) {
        int before = 0;
        int after = 0;
        int both = 0;
        for (int i = 0; i < runs; i++) {
            double chance = random.nextDouble();
            boolean was = chance < 0.5;
            boolean is = chance < 0.3 || chance > 0.9;
            before += was ? 1 : 0;
            after += is ? 1 : 0;
            both += was && is ? 1 : 0;
        }
        return new Share.Pair(new Share(before, runs), new Share(after, runs), both);
    }

    @Test
    void no_change_in_any_run_is_still_no_certainty() {
        Share some = new Share(30, 60);

        Interval change = new Share.Pair(some, some, 30).change();

        assertThat(change.contains(0)).isTrue();
        assertThat(change.high()).isLessThan(0.05);
    }
}
