package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import meshadvisor.load.record.RunReport.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table for people says all that matters at a glance. */
class ResultTableTest {

    @Test
    void a_good_run_is_a_short_table() {
        assertThat(ResultTable.of(Runs.good())).isEqualTo("""
                measured, 10.0 s
                  requests          intended       sent  completed     failed    dropped unfinished
                                       10000      10000      10000          0          0          0
                  per second      asked 1000.0, sent 1000.0, completed 1000.0
                                         p50        p90        p99      p99.9     p99.99        max
                  latency            1.00 ms    1.00 ms    1.00 ms    1.00 ms    1.00 ms    1.00 ms
                  schedule error     10.0 µs    10.0 µs    10.0 µs    10.0 µs    10.0 µs    10.0 µs
                  CPU per request 200 µs
                valid
                """);
    }

    @Test
    void a_search_for_the_knee_shows_its_trials_and_what_it_found() {
        assertThat(ResultTable.of(Runs.good().with(Runs.KNEE))).startsWith("""
                knee of p99<10ms
                  trial-1         1000.0 per second: broke, not known
                  trial-2         950.0 per second: held, 1.00 ms
                  held, twice     950.0
                  broke           1000.0
                measured""").doesNotContain("CPU per request");
    }

    @Test
    void a_run_with_failures_shows_their_kinds_the_censored_quantiles_and_the_doubts() {
        String table = ResultTable.of(RunJsonTest.mixed());
        assertThat(table)
                .contains("failed by kind  dns ", "of all intended", "≥ ", "not valid, because\n- The run was interrupted",
                        "p99 wants 10000")
                .doesNotContain("warmup");
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
    }

    @Test
    void where_all_failed_there_is_no_bound_and_statuses_are_told_by_class() {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        recorder.tally(0).intended(0, 10);
        recorder.tally(0).answered(0, 10, 20, 404, 0);
        recorder.tally(0).intended(0, 10);
        recorder.tally(0).answered(0, 10, 20, 503, 0);
        recorder.drain();
        String table = ResultTable.of(SelfCheck.judge(Runs.report(Runs.PLAN, recorder.totals(Recorder.MEASURED)), Limits.parking()));
        assertThat(table).contains("  answers         client-error 1, server-error 1\n",
                "  of all intended          -          -          -          -          -          -\n",
                "not valid, because\n- In measured no request succeeded, all failed").doesNotContain("≥").doesNotContain("wants");
    }

    @Test
    void a_phase_without_answers_has_no_times() {
        PhaseReport empty = PhaseReport.of(new PhaseReport.Span("step-1", 0, 0, OptionalDouble.empty()), new Totals());
        RunReport report =
                RunReport.of("1", new RunReport.Plan(List.of(), "tcp", RunReport.Loop.CLOSED, "", Quantile.P50, Optional.empty()),
                        End.COMPLETE, List.of(empty), List.of());
        assertThat(ResultTable.of(report))
                .contains("step-1, 0.0 s", "latency                  -", "per second      sent 0.0, completed 0.0")
                .doesNotContain("CPU", "asked", "NaN");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ns", "999, 999 ns", "1000, 1.00 µs", "9994, 9.99 µs", "9996, 10.0 µs", "99960, 100 µs", "999499, 999 µs",
            "999500, 1.00 ms", "12345678, 12.3 ms", "999499999, 999 ms", "999500000, 1.00 s", "60000000000, 60.0 s"})
    void a_time_has_three_digits_and_a_unit(long nanos, String expected) {
        assertThat(Times.of(nanos)).isEqualTo(expected);
    }
}
