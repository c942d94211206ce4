package meshadvisor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meshadvisor.bench.BenchReport.Aftermath;
import meshadvisor.bench.BenchReport.Measure;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.Counts;
import meshadvisor.bench.Course.Change;
import meshadvisor.bench.Course.Second;
import meshadvisor.bench.Course.What;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What a scenario did, made of what generators told second by second. */
class AftermathTest {

    private static final int PLATEAU = 40;
    private static final List<Order.Scenario> DEATH = List.of(Order.Scenario.PROXY_DEATH);

    /** A second as usual, but for a few µs. */
    private static Second usual(int from) {
        return new Second(from, 100, 100, 0, Map.of(Statistic.P50, 500.0, Statistic.P90, 900.0 + from % 3));
    }

    private static Second dead(int from) {
        return new Second(from, 100, 0, 100, Map.of());
    }

    private static Second slow(int from) {
        return new Second(from, 100, 100, 0, Map.of(Statistic.P50, 800.0, Statistic.P90, 1_805.0));
    }

    /** A proxy that dies after ten seconds and a bit; and then the seconds that are given. */
    private static Disturbed after(List<Change> changes, Second... then) {
        List<Second> seconds = new ArrayList<>();
        for (int from = 0; from < 10; from++) {
            seconds.add(usual(from));
        }
        seconds.addAll(List.of(then));
        for (int from = seconds.size(); from < PLATEAU; from++) {
            seconds.add(usual(from));
        }
        return new Disturbed(cell("istio-sidecar", 1, new Course(seconds, changes), 0));
    }

    private static final List<Change> DIES = List.of(new Change(What.ENDED, 10.25, false, List.of()));

    private static CellResult cell(String variant, int block, Course course, long failed) {
        Histogram latencies = new Histogram(3);
        latencies.recordValueWithCount(500_000, 4_000 - failed);
        return new CellResult(1, block, variant, AnalysisRun.STEADY, DEATH, List.of(), AnalysisRun.packed(latencies),
                new Counts(4_000, 4_000, 4_000 - failed, failed, 0, PLATEAU, 1, 10), List.of(), 100.0 * block, 100.0 * block + PLATEAU,
                Map.of(), course);
    }

    @Test
    void recovery_is_the_first_of_three_seconds_in_a_row_that_are_as_before() {
        assertThat(after(DIES, dead(10), dead(11), slow(12), slow(13)).measures()).containsEntry(Measure.RECOVERY, 3.75)
                .containsEntry(Measure.DISTURBED, 4.0);
    }

    @Test
    void a_relapse_is_no_recovery() {
        assertThat(after(DIES, dead(10), usual(11), usual(12), dead(13), usual(14)).measures()).containsEntry(Measure.RECOVERY, 3.75)
                .containsEntry(Measure.DISTURBED, 2.0);
    }

    @Test
    void where_nothing_is_felt_recovery_is_at_once() {
        assertThat(after(DIES).measures()).containsEntry(Measure.RECOVERY, 0.0).containsEntry(Measure.DISTURBED, 0.0);
    }

    @Test
    void one_that_never_recovers_says_so_and_has_no_seconds() {
        Second[] gone = new Second[PLATEAU - 10];
        for (int i = 0; i < gone.length; i++) {
            gone[i] = dead(10 + i);
        }
        Disturbed never = after(DIES, gone);
        assertThat(never.measures()).doesNotContainKey(Measure.RECOVERY).containsEntry(Measure.DISTURBED, 30.0);
        assertThat(never.never()).containsExactly(Measure.RECOVERY);
        gone[gone.length - 1] = usual(PLATEAU - 1);
        gone[gone.length - 2] = usual(PLATEAU - 2);
        assertThat(after(DIES, gone).never()).as("two good seconds at the end are not enough").containsExactly(Measure.RECOVERY);
    }

    @Test
    void seconds_in_which_nobody_is_answered_and_nobody_fails_are_not_as_before() {
        Second hanging = new Second(10, 100, 0, 0, Map.of());
        Second half = new Second(11, 100, 49, 0, Map.of(Statistic.P50, 500.0, Statistic.P90, 900.0));
        assertThat(after(DIES, hanging, half).measures()).containsEntry(Measure.DISTURBED, 2.0);
    }

    @Test
    void a_cell_that_failed_before_is_measured_by_its_own_worst_second() {
        List<Second> seconds = new ArrayList<>();
        for (int from = 0; from < PLATEAU; from++) {
            seconds.add(new Second(from, 100, 98, 2, Map.of(Statistic.P50, 500.0, Statistic.P90, 900.0)));
        }
        assertThat(new Disturbed(cell("baseline", 1, new Course(seconds, DIES), 0)).measures()).containsEntry(Measure.DISTURBED, 0.0);
    }

    @Test
    void the_first_second_is_not_what_is_usual() {
        List<Second> seconds = new ArrayList<>();
        for (int from = 0; from < PLATEAU; from++) {
            seconds.add(from == 0 ? slow(0) : from < 12 && from >= 10 ? slow(from) : usual(from));
        }
        assertThat(new Disturbed(cell("istio-sidecar", 1, new Course(seconds, DIES), 0)).measures()).containsEntry(Measure.DISTURBED, 2.0)
                .containsEntry(Measure.RECOVERY, 1.75);
    }

    @Test
    void without_three_seconds_before_nothing_is_said_of_recovery() {
        List<Change> early = List.of(new Change(What.ENDED, 2.5, false, List.of()));
        assertThat(after(early).measures()).doesNotContainKeys(Measure.RECOVERY, Measure.DISTURBED);
        assertThat(after(early).never()).isEmpty();
    }

    @Test
    void times_of_the_data_plane_are_means_over_changes_that_somebody_watched() {
        List<Change> changes = List.of(new Change(What.ADDED, 10, true, List.of(0.25)), new Change(What.REMOVED, 14, true, List.of(0.1)),
                new Change(What.ADDED, 18, true, List.of(0.75)), new Change(What.REMOVED, 22, true, List.of(0.0)),
                new Change(What.ADDED, 26, false, List.of()));
        assertThat(after(changes).measures().get(Measure.ADDED_SEEN)).isEqualTo(0.5, within(1e-9));
        assertThat(after(changes).measures().get(Measure.REMOVED_SEEN)).isEqualTo(0.05, within(1e-9));
        assertThat(after(changes).never()).isEmpty();
        assertThat(after(List.of(new Change(What.ADDED, 26, true, List.of()))).never()).containsExactly(Measure.ADDED_SEEN);
    }

    @Test
    void variants_are_compared_with_baseline_in_the_same_blocks_though_nothing_was_done_to_it() {
        AnalysisRun made = new AnalysisRun(AnalysisRun.variant("baseline", Variant.Rank.PLAIN, Variant.Scope.NAMESPACE),
                AnalysisRun.variant("istio-sidecar", Variant.Rank.POLICY, Variant.Scope.NAMESPACE));
        List<CellResult> cells = new ArrayList<>();
        for (int block = 1; block <= 4; block++) {
            cells.add(cell("baseline", block, after(List.of()).cell().course(), 4));
            cells.add(cell("istio-sidecar", block, after(DIES, dead(10), dead(11)).cell().course(), 100L * block));
        }
        BenchRun bare = made.ended();
        BenchRun run = new BenchRun(bare.plan(), bare.scene(), bare.startedAt(), bare.sessions(), cells, List.of(), List.of(), List.of(),
                List.of(), bare.end());
        List<Aftermath> aftermath = Analysis.of(run).situations().getFirst().aftermath();
        Aftermath failed = aftermath.stream().filter(each -> each.variant().equals("istio-sidecar") && each.measure() == Measure.FAILED)
                .findFirst().orElseThrow();
        assertThat(failed.own().getFirst().mean()).isEqualTo(0.0625, within(1e-12));
        assertThat(failed.more().getFirst().mean()).isEqualTo(0.0615, within(1e-12));
        assertThat(failed.more().getFirst().blocks()).isEqualTo(4);
        assertThat(failed.own().getFirst().unadjusted().getFirst().contains(0.0625)).isTrue();
        assertThat(failed.own().getFirst().unadjusted().getFirst().half()).as("t with three degrees: 3.182 · 0.0323 / 2")
                .isEqualTo(0.05136, within(1e-4));
        assertThat(aftermath).anySatisfy(each -> {
            assertThat(each.variant()).isEqualTo("baseline");
            assertThat(each.measure()).isEqualTo(Measure.DISTURBED);
            assertThat(each.own().getFirst().mean()).isZero();
            assertThat(each.more()).isEmpty();
        });
        assertThat(aftermath).noneMatch(each -> each.variant().equals("baseline") && each.measure() == Measure.RECOVERY);
    }
}
