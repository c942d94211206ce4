package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Quantiles are those of the values, also where some of these are not known. */
class QuantileTest {

    @ParameterizedTest
    @EnumSource(Quantile.class)
    void a_quantile_is_the_value_of_its_rank_but_for_the_width_of_a_bucket(Quantile quantile) {
        SplittableRandom random = new SplittableRandom(3);
        for (int size : new int[] {1, 2, 3, 99, 100, 101, 5_000}) {
            long[] values = random.longs(size, 1, Recorder.LONGEST).toArray();
            Histogram histogram = Totals.histogram();
            Arrays.stream(values).forEach(histogram::recordValue);
            Arrays.sort(values);
            long exact = values[(int) Math.ceil(Math.round(quantile.share() * 10_000) * (double) size / 10_000) - 1];
            assertThat(Summary.of(histogram).at(quantile)).isBetween(exact, exact + exact / 1_000 + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"p50, 200", "p75, 400", "p90, 1000", "p95, 2000", "p99, 10000", "p99.9, 100000", "p99.99, 1000000", "max, 1"})
    void a_hundred_values_must_lie_above_a_quantile(String word, long needed) {
        Quantile quantile = Quantile.of(word).orElseThrow();
        assertThat(quantile.needed(100)).isEqualTo(needed);
        assertThat(quantile.word()).isEqualTo(word);
    }

    @Test
    void an_unknown_quantile_is_none() {
        assertThat(Quantile.of("p42")).isEmpty();
    }

    @Test
    void nothing_has_no_quantiles_and_no_mean() {
        Summary summary = Summary.of(Totals.histogram());
        assertThat(summary.nanos()).isEmpty();
        assertThat(summary.meanNanos()).isEmpty();
    }

    @Test
    void requests_without_an_answer_lie_above_all_answers() {
        Histogram good = Totals.histogram();
        for (int i = 1; i <= 95; i++) {
            good.recordValue(i);
        }
        OfIntended all = OfIntended.of(good, 100);
        assertThat(all.censored()).isEqualTo(5);
        assertThat(all.nanos()).containsEntry(Quantile.P50, 50L).containsEntry(Quantile.P90, 90L).containsEntry(Quantile.P95, 95L)
                .doesNotContainKey(Quantile.P99);
        assertThat(all.atLeastNanos()).containsOnlyKeys(Quantile.P99, Quantile.P99_9, Quantile.P99_99, Quantile.MAX)
                .containsEntry(Quantile.P99, 95L);
    }

    @Test
    void with_no_answer_at_all_every_quantile_is_at_least_nothing() {
        OfIntended none = OfIntended.of(Totals.histogram(), 3);
        assertThat(none.nanos()).isEmpty();
        assertThat(none.atLeastNanos()).hasSize(Quantile.values().length).containsValue(0L);
        assertThat(OfIntended.of(Totals.histogram(), 0).atLeastNanos()).isEmpty();
    }
}
