package meshadvisor.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A margin that is a share of something that is measured itself. */
class EdgesTest {

    private static final double SHARE = 0.1;
    private static final int RUNS = 4_000;
    private static final int BLOCKS = 12;

    /** Of one experiment: baseline varies from block to block, and the variant with it. */
    private record Blocks(List<Double> variant, List<Double> baseline) {
        static Blocks drawn(Random random, double ratio, double common, double own) {
            List<Double> baseline = new ArrayList<>();
            List<Double> variant = new ArrayList<>();
            for (int i = 0; i < BLOCKS; i++) {
                double level = 100 + common * random.nextGaussian();
                baseline.add(level + own * random.nextGaussian());
                variant.add(ratio * 100 + (level - 100) + own * random.nextGaussian());
            }
            return new Blocks(variant, baseline);
        }

        Estimate of(double one, double other) {
            return new Differences(IntStream.range(0, BLOCKS).mapToObj(i -> one * variant.get(i) + other * baseline.get(i)).toList(), 0.1)
                    .estimate();
        }

        boolean equivalent() {
            return new Edges(of(1, -1 - SHARE), of(1, SHARE - 1)).outside() <= 0.05;
        }

        /** As if the measured baseline were the true one. */
        boolean equivalentTo(double level) {
            return Edges.around(of(1, -1), SHARE * level).outside() <= 0.05;
        }
    }

    @ParameterizedTest
    @CsvSource({"1.1, 5, 5", "0.9, 5, 5", "1.1, 40, 2", "0.9, 40, 2", "1.1, 0, 10"})
    void at_the_edge_chance_calls_it_equivalent_in_one_run_of_twenty_however_baseline_varies(double ratio, double common, double own) {
        var random = new Random(7);
        assertThat(share(random, ratio, common, own)).isLessThan(0.06);
    }

    @Test
    void a_margin_that_is_taken_as_known_although_it_is_measured_is_wrong_more_often() {
        var random = new Random(7);
        long wrong = IntStream.range(0, RUNS).mapToObj(run -> Blocks.drawn(random, 1.1, 40, 2))
                .filter(blocks -> blocks.equivalentTo(blocks.of(0, 1).by())).count();
        assertThat(wrong / (double) RUNS).isGreaterThan(0.1);
    }

    @Test
    void two_that_are_alike_are_called_so() {
        assertThat(share(new Random(7), 1, 5, 5)).isGreaterThan(0.9);
    }

    private static double share(Random random, double ratio, double common, double own) {
        return IntStream.range(0, RUNS).filter(run -> Blocks.drawn(random, ratio, common, own).equivalent()).count() / (double) RUNS;
    }

    @Test
    void a_margin_that_is_known_has_edges_as_wide_as_the_difference_is_uncertain() {
        var edges = Edges.around(new Estimate(3, 2, 9), 10);
        assertThat(List.of(edges.above().by(), edges.below().by())).containsExactly(-7.0, 13.0);
        assertThat(edges.outside()).isEqualTo(new Estimate(-7, 2, 9).below());
    }
}
