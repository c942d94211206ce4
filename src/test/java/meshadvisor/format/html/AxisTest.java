package meshadvisor.format.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number has its place on an axis, and a few are named. */
class AxisTest {

    @Test
    void every_number_lies_on_its_axis_and_so_do_all_that_are_named() {
        SplittableRandom random = new SplittableRandom(11);
        IntStream.range(0, 2_000).forEach(i -> {
            double scale = Math.pow(10, random.nextDouble(-7, 9));
            double[] values =
                    random.doubles(random.nextInt(1, 6), -0.3, 1).map(value -> random.nextInt(4) == 0 ? Math.abs(value) / 1_000 : value)
                            .map(value -> value * scale).toArray();
            Axis axis = Axis.of(DoubleStream.of(values));
            assertThat(DoubleStream.of(values).map(axis::at).boxed()).as("%s on %s", values, axis)
                    .allSatisfy(at -> assertThat(at).isBetween(-1e-9, 1 + 1e-9));
            assertThat(axis.ticks()).as("%s", axis).hasSizeBetween(2, 10).isSorted()
                    .allSatisfy(tick -> assertThat(axis.at(tick)).isBetween(-1e-6, 1 + 1e-6));
        });
    }

    @Test
    void nothing_and_nought_have_an_axis_too() {
        assertThat(Axis.of(DoubleStream.empty()).ticks()).contains(0.0);
        assertThat(Axis.of(DoubleStream.of(0, 0)).at(0)).isZero();
        assertThat(Axis.of(DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, 1)).at(1)).isBetween(0.0, 1.0);
    }

    @Test
    void an_axis_of_differences_begins_at_zero_or_below_so_that_a_small_difference_looks_small() {
        assertThat(Axis.of(DoubleStream.of(950, 1_000)).low()).isZero();
        assertThat(Axis.of(DoubleStream.of(-3, 4)).low()).isLessThanOrEqualTo(-3);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.5", "1000, 1000", "0.00002, 0.00002", "-0.2, -0.2", "2.5, 2.5", "0.30000000000000004, 0.3"})
    void a_tick_has_as_many_digits_as_tell_it(double tick, String word) {
        assertThat(Axis.word(tick)).isEqualTo(word);
    }
}
