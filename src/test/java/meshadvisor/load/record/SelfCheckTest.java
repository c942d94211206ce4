package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import meshadvisor.load.record.RunReport.End;
import meshadvisor.load.record.RunReport.Loop;
import meshadvisor.load.record.RunReport.Plan;
import meshadvisor.load.record.RunReport.Warmup;
import meshadvisor.load.wire.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that spoils a run makes it not valid, alone and by its name. */
class SelfCheckTest {

    private static final Taken NOTHING = new Taken(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(),
            OptionalDouble.empty());

    @Test
    void a_run_without_fault_is_valid() {
        assertThat(SelfCheck.judge(Runs.good(), Limits.spinning()).verdict()).isEqualTo(Verdict.VALID);
        Knee found = new Knee("p99<10ms", OptionalDouble.of(5), OptionalDouble.of(6),
                List.of(new Knee.Trial("trial-1", 6, false, OptionalLong.empty(), 100_000)));
        assertThat(SelfCheck.judge(Runs.good().with(found), Limits.spinning()).verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @MethodSource("every_fault")
    void a_fault_makes_a_run_not_valid(String kind, RunReport report, String words) {
        RunReport judged = SelfCheck.judge(report, Limits.parking());
        assertThat(judged.verdict().valid()).isFalse();
        assertThat(judged.verdict().because()).singleElement().satisfies(reason -> {
            assertThat(reason.doubt()).isEqualTo(kind);
            assertThat(reason.sentence()).contains(words).endsWith(".");
        });
    }

    static Stream<Arguments> every_fault() {
        RunReport good = Runs.good();
        Plan plan = Runs.PLAN;
        return Stream.of(
                Arguments.of("interrupted", RunReport.of("1", plan, End.INTERRUPTED, good.phases(), good.generators()), "let it end"),
                Arguments.of("not-warm", RunReport.of("1", new Plan(plan.targets(), "http1", Loop.OPEN, "", Quantile.P99,
                        Optional.of(new Warmup("slope", false))), End.COMPLETE, good.phases(), good.generators()), "(slope)"),
                Arguments.of("no-knee", good.with(new Knee("p99<1ms", OptionalDouble.empty(), OptionalDouble.of(2), List.of())),
                        "No rate held p99<1ms"),
                Arguments.of("knee-of-generator", good.with(Runs.KNEE), "At 1000 per second the generator itself was late"),
                Arguments.of("late", Runs.report(plan, late(2 * Runs.MILLI)), "2.00 ms at p99 (limit 1.00 ms)"),
                Arguments.of("many-failures", Runs.report(plan, failing(102)), "1.0 % of the requests failed (limit 1.0 %)"),
                Arguments.of("rate-not-reached", Runs.report(plan, dropping(200)), "only 98.0 % of the intended"),
                Arguments.of("too-few-samples", Runs.report(plan, Runs.totals(9_999, 5)), "9999 good answers, and p99 wants 10000"),
                Arguments.of("long-pause", Runs.with(good, resources(new Collected(1, 11, 11), 1, NOTHING)), "took 11 ms (limit 10 ms)"),
                Arguments.of("hiccup", Runs.with(good, resources(new Collected(0, 0, 0), 11 * Runs.MILLI, NOTHING)),
                        "woke 11.0 ms late at p99"),
                Arguments.of("poor-clock", Runs.with(good, new ClockQuality(Optional.of("hpet"), 70, 500)), "is hpet, with steps of 70 ns"),
                Arguments.of("poor-clock", Runs.with(good, new ClockQuality(Optional.empty(), 1_001, 25)),
                        "not told, with steps of 1.00 µs"),
                Arguments.of("stolen", Runs.with(good, resources(new Collected(0, 0, 0), 1, taken(0.02, 0))), "took 2.0 % of the CPU time"),
                Arguments.of("throttled", Runs.with(good, resources(new Collected(0, 0, 0), 1, taken(0, 0.5))),
                        "running 50.0 % of the time"));
    }

    @Test
    void requests_that_still_wait_are_a_backlog() {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        for (int i = 0; i < 10_150; i++) {
            if (i < 10_000) {
                Runs.answer(recorder.tally(0), 0, 1_000_000);
            } else {
                recorder.tally(0).intended(0, 1);
            }
        }
        recorder.drain();
        List<Doubt> doubts = SelfCheck.doubts(Runs.report(Runs.PLAN, recorder.totals(Recorder.MEASURED)), Limits.parking());
        assertThat(doubts).containsExactly(new Doubt.RateNotReached(Recorder.MEASURED, 10_000 / 10_150.0, 0.99),
                new Doubt.Backlog(Recorder.MEASURED, 150, 10_150));
        assertThat(Doubts.sentence(doubts.getLast())).contains("150 of 10150 requests were still waiting");
    }

    @Test
    void a_generator_without_cpu_left_is_saturated_only_if_it_is_late() {
        Resources busy = new Resources(10, OptionalDouble.of(20), OptionalDouble.of(0.97), new Collected(0, 0, 0), Runs.RESOURCES.hiccups(),
                NOTHING);
        assertThat(SelfCheck.doubts(Runs.with(Runs.good(), busy), Limits.parking())).isEmpty();
        assertThat(SelfCheck.doubts(Runs.with(Runs.report(Runs.PLAN, late(3_000_383)), busy), Limits.parking()))
                .anySatisfy(doubt -> assertThat(Doubts.sentence(doubt)).contains("used 97.0 % of its CPU (limit 95.0 %)", "3.00 ms"));
    }

    @Test
    void a_closed_loop_has_no_rate_to_miss_and_no_schedule_to_be_late_for() {
        Plan closed = new Plan(List.of(), "http1", Loop.CLOSED, "", Quantile.P99, Optional.empty());
        assertThat(SelfCheck.doubts(Runs.report(closed, late(50 * Runs.MILLI)), Limits.spinning())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {100_000, 1_000_000})
    void the_limit_of_the_schedule_error_depends_on_how_the_generator_waits(long limit) {
        Limits limits = limit == 100_000 ? Limits.spinning() : Limits.parking();
        assertThat(SelfCheck.doubts(Runs.report(Runs.PLAN, late(limit - limit / 100)), limits)).isEmpty();
        assertThat(SelfCheck.doubts(Runs.report(Runs.PLAN, late(limit + limit / 100)), limits)).hasSize(1)
                .first().isInstanceOf(Doubt.Late.class);
    }

    @Test
    void a_warm_up_is_not_judged() {
        Recorder recorder = Runs.recorder(Recorder.WARMUP);
        recorder.tally(0).intended(0, Runs.SECOND);
        recorder.drain();
        List<PhaseReport> phases = Stream.concat(Stream.of(PhaseReport.of(Runs.span(Recorder.WARMUP), recorder.totals(Recorder.WARMUP))),
                Runs.good().phases().stream()).toList();
        RunReport report = RunReport.of("1", Runs.PLAN, End.COMPLETE, phases, List.of(Runs.GENERATOR));
        assertThat(SelfCheck.doubts(report, Limits.spinning())).isEmpty();
    }

    private static Totals late(long error) {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        for (int i = 0; i < 10_000; i++) {
            recorder.tally(0).intended(0, error);
            recorder.tally(0).sent(0, error, error);
            recorder.tally(0).answered(0, error, error + 1, 200, 0);
        }
        recorder.drain();
        return recorder.totals(Recorder.MEASURED);
    }

    private static Totals failing(int failures) {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        for (int i = 0; i < 10_000; i++) {
            Runs.answer(recorder.tally(0), 0, 1_000_000);
        }
        for (int i = 0; i < failures; i++) {
            recorder.tally(0).intended(0, 1);
            recorder.tally(0).sent(0, 1, 1);
            recorder.tally(0).failed(0, 5, Failure.RESET);
        }
        recorder.drain();
        return recorder.totals(Recorder.MEASURED);
    }

    private static Totals dropping(int dropped) {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        for (int i = 0; i < 10_000 - dropped; i++) {
            Runs.answer(recorder.tally(0), 0, 1_000_000);
            Runs.answer(recorder.tally(0), 0, 1_000_000);
        }
        for (int i = 0; i < 2 * dropped; i++) {
            recorder.tally(0).intended(0, 1);
            recorder.tally(0).dropped(0);
        }
        recorder.drain();
        return recorder.totals(Recorder.MEASURED);
    }

    private static Resources resources(Collected pauses, long hiccup, Taken taken) {
        return new Resources(10, OptionalDouble.of(2), OptionalDouble.of(0.1), pauses,
                new Summary(1, OptionalDouble.of((double) hiccup), Runs.nanos(hiccup)), taken);
    }

    private static Taken taken(double steal, double throttled) {
        return new Taken(OptionalDouble.of(steal), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(throttled));
    }
}
