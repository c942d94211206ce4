package meshadvisor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stalls and dependence among blocks. */
class DifferencesTest {

    @Test
    void one_block_far_from_the_others_is_a_stall_and_is_named() {
        var blocks = noise(1, 24);
        blocks.set(7, 60.0);
        assertThat(new Differences(blocks, 0).stalled()).containsExactly(7);
    }

    @Test
    void many_stalls_do_not_hide_each_other() {
        var blocks = noise(2, 24);
        List.of(1, 5, 9, 13, 17, 21).forEach(block -> blocks.set(block, -200.0 - block));
        assertThat(new Differences(blocks, 0).stalled()).containsExactly(1, 5, 9, 13, 17, 21);
    }

    @Test
    void blocks_that_lie_far_away_on_both_sides_are_noise() {
        var blocks = noise(3, 24);
        blocks.set(7, 60.0);
        blocks.set(8, -60.0);
        assertThat(new Differences(blocks, 0).stalled()).isEmpty();
    }

    @Test
    void values_that_a_histogram_cannot_tell_apart_are_no_stall() {
        var blocks = new ArrayList<>(Collections.nCopies(23, 5.0));
        blocks.add(5.01);
        assertThat(new Differences(blocks, 0.01).stalled()).isEmpty();
        assertThat(new Differences(blocks, 0).stalled()).containsExactly(23);
    }

    @Test
    void noise_alone_stalls_in_fewer_than_one_run_of_a_hundred() {
        var normal = IntStream.range(0, 2000).filter(run -> !new Differences(noise(run, 10), 0).stalled().isEmpty()).count();
        assertThat(normal).isLessThan(20);
    }

    @Test
    void the_autocorrelation_is_that_of_a_table_by_hand() {
        // mean 2.5; products of neighbours 0.75 − 0.25 + 0.75 = 1.25; squares 5
        assertThat(new Differences(List.of(1.0, 2.0, 3.0, 4.0), 0).autocorrelation()).isCloseTo(0.25, within(1e-12));
        assertThat(new Differences(List.of(4.0, 4.0, 4.0), 0).autocorrelation()).isZero();
    }

    @Test
    void independent_blocks_count_in_full_in_about_ninety_nine_runs_of_a_hundred() {
        long reduced = IntStream.range(0, 4000).filter(run -> new Differences(noise(run, 24), 0).effective() < 24).count();
        assertThat(reduced).isBetween(10L, 80L);
    }

    @Test
    void blocks_that_follow_each_other_count_as_fewer_and_widen_the_interval() {
        var random = new Random(5);
        var blocks = new ArrayList<Double>();
        double state = 0;
        for (int block = 0; block < 200; block++) {
            state = 0.6 * state + random.nextGaussian();
            blocks.add(state);
        }
        var differences = new Differences(blocks, 0);
        assertThat(differences.effective()).isBetween(25.0, 80.0); // 200 · 0.4 / 1.6 = 50
        var shuffled = new ArrayList<>(blocks);
        Collections.shuffle(shuffled, random);
        assertThat(differences.estimate().error()).isGreaterThan(1.5 * new Differences(shuffled, 0).estimate().error());
    }

    @Test
    void one_block_has_no_error() {
        assertThatThrownBy(() -> new Differences(List.of(1.0), 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 blocks");
    }

    static List<Double> noise(int seed, int blocks) {
        var random = new Random(seed);
        return new ArrayList<>(IntStream.range(0, blocks).mapToObj(block -> random.nextGaussian()).toList());
    }
}
