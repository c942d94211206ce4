package meshadvisor.cost.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Range;
import meshadvisor.signal.World;
import meshadvisor.support.Scan;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

/** What drawing costs in precision: as many draws are made as the ranges are worth, and no fewer. */
class DrawingTest {

    private static final int SEEDS = 16;

    /** Standard error of each end of a range by the width of the range, as docs/estimate.md states it. */
    private static final double STATED = 0.07;

    /** A row of so many services, each of which calls the next one. */
    private static World row(int services) {
        StringBuilder manifests = new StringBuilder();
        for (int i = 0; i < services; i++) {
            manifests.append(Shop.service("s" + i, 1 + i % 3, i + 1 < services ? "http://s" + (i + 1) : ""));
        }
        return Scan.of(manifests.toString()).world();
    }

    private static Stream<Amount> amounts(Forecast forecast) {
        List<Amount> amounts = new ArrayList<>(List.of(forecast.cpu(), forecast.memory(), forecast.overhead().hopP50(),
                forecast.overhead().hopP99()));
        forecast.overhead().parts().forEach(part -> amounts.addAll(List.of(part.usedCpu(), part.usedMemory())));
        forecast.chains().forEach(chain -> amounts.addAll(List.of(chain.p50(), chain.p99(), chain.p99InTurn())));
        return amounts.stream();
    }

    /** The ranges of an estimate, from each seed. */
    private static List<List<Range>> ranges(World world, Scale.Stated stated) {
        Scale scale = Scale.of(world, stated);
        return IntStream.range(0, SEEDS).mapToObj(seed -> Estimating.of(world, scale, Profile.NONE, way -> true, seed).forecasts().stream()
                .flatMap(DrawingTest::amounts).map(Amount::range).toList()).toList();
    }

    private static double largest(List<List<Range>> bySeed) {
        double largest = 0;
        for (int i = 0; i < bySeed.getFirst().size(); i++) {
            int place = i;
            List<Range> same = bySeed.stream().map(each -> each.get(place)).toList();
            double width = same.stream().mapToDouble(range -> range.high() - range.low()).average().orElseThrow();
            for (ToDoubleFunction<Range> end : List.<ToDoubleFunction<Range>>of(Range::low, Range::likely, Range::high)) {
                double error = new StandardDeviation().evaluate(same.stream().mapToDouble(end).toArray());
                largest = Math.max(largest, error == 0 ? 0 : error / width);
            }
        }
        return largest;
    }

    @Test
    void another_seed_moves_the_ends_of_a_range_by_little_of_its_width() {
        assertThat(largest(ranges(row(3), Scale.Stated.NOTHING))).isPositive().isLessThan(STATED);
    }

    @Test
    void nor_does_it_where_so_many_calls_are_known_that_few_requests_are_followed_along_each() {
        assertThat(largest(ranges(row(60), Scale.Stated.NOTHING))).isPositive().isLessThan(STATED);
    }
}
