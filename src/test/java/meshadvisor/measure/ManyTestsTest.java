package meshadvisor.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many tests at once, many runs, several sessions, rare events. */
class ManyTestsTest {

    @Test
    void holm_gives_the_table_made_by_hand() {
        // ascending 0.005 · 4 = 0.02, 0.01 · 3 = 0.03, 0.03 · 2 = 0.06, 0.04 · 1 = 0.04 → not below 0.06
        var adjusted = Holm.adjusted(List.of(0.01, 0.04, 0.03, 0.005));
        assertThat(adjusted.get(0)).isCloseTo(0.03, within(1e-12));
        assertThat(adjusted.get(1)).isCloseTo(0.06, within(1e-12));
        assertThat(adjusted.get(2)).isCloseTo(0.06, within(1e-12));
        assertThat(adjusted.get(3)).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void holm_leaves_one_alone_and_stops_at_one() {
        assertThat(Holm.adjusted(List.of(0.04))).containsExactly(0.04);
        assertThat(Holm.adjusted(List.of(0.7, 0.6))).containsExactly(1.0, 1.0);
        assertThat(Holm.adjusted(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"40, 0.05, 5", "20, 0.05, 4", "100, 0.05, 10", "1, 0.05, 1", "1, 0.5, 2"})
    void so_many_false_alarms_are_too_many(int runs, double chance, int alarms) {
        assertThat(Acceptance.alarmsThatFail(runs, chance, 0.05)).isEqualTo(alarms);
    }

    @Test
    void of_forty_intervals_that_should_cover_in_nine_cases_of_ten_so_many_must() {
        // 8 of 40 misses at 0.1 come in 4.2 % of cases, 7 in 10 %
        assertThat(Acceptance.hitsNeeded(40, 0.9, 0.05)).isEqualTo(33);
    }

    @Test
    void what_hits_one_block_of_ten_is_seen_in_nine_runs_of_ten_with_22_blocks() {
        assertThat(Rare.blocksToSee(0.1, 0.9)).isEqualTo(22);
        assertThat(Rare.shareSeen(22, 0.9)).isCloseTo(0.1, within(0.002));
        assertThat(Rare.shareSeen(10, 0.9)).isCloseTo(0.206, within(0.001));
    }

    @Test
    void sessions_count_as_one_value_each() {
        var sessions = new Sessions(List.of(new Differences(List.of(9.0, 10.0, 11.0), 0), new Differences(List.of(13.0, 14.0, 15.0), 0)));
        assertThat(sessions.estimate()).isEqualTo(new Estimate(12, 2, 1));
        assertThat(sessions.within()).isCloseTo(1, within(1e-12));
        assertThat(sessions.between()).isCloseTo(Math.sqrt(8 - 1.0 / 3), within(1e-12));
        assertThat(sessions.estimate().interval(0.95).half()).isCloseTo(25.4, within(0.05)); // t of 12.7 with one degree of freedom
    }

    @Test
    void sessions_that_differ_no_more_than_blocks_do_show_nothing_between_them() {
        var sessions = new Sessions(List.of(new Differences(List.of(0.0, 10.0), 0), new Differences(List.of(1.0, 11.0), 0)));
        assertThat(sessions.between()).isZero();
    }

    @Test
    void one_session_does_not_show_how_sessions_vary() {
        var alone = List.of(new Differences(List.of(1.0, 2.0), 0));
        assertThatThrownBy(() -> new Sessions(alone)).isInstanceOf(IllegalArgumentException.class);
    }
}
