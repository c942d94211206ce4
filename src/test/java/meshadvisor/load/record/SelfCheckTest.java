package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
                Arguments.of("many-failures", Runs.report(plan, refused()), "In measured no request succeeded, all failed"),
                Arguments.of("redirects", Runs.report(plan, redirecting(103)), "1.0 % of the answers are redirects (limit 1.0 %)"),
                Arguments.of("rate-not-reached", Runs.report(plan, dropping(200)), "only 98.0 % of the intended rate"),
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
    void requests_that_queue_for_a_connection_are_a_backlog_and_a_rate_that_was_not_reached() {
        RunReport queued = Runs.report(Runs.PLAN, queueing(10 * Runs.SECOND));
        PhaseReport phase = queued.phases().getFirst();
        assertThat(phase.drainSeconds()).isCloseTo(10, within(0.01));
        assertThat(phase.sentPerSecond()).isCloseTo(500, within(5.0));
        assertThat(phase.completedPerSecond()).isCloseTo(500, within(5.0));
        assertThat(SelfCheck.doubts(queued, Limits.parking())).map(Doubts::reason).extracting(Verdict.Reason::doubt)
                .containsExactly("rate-not-reached", "backlog");
        assertThat(SelfCheck.judge(queued, Limits.parking()).verdict().because()).extracting(Verdict.Reason::sentence)
                .anyMatch(text -> text.contains("only 50.") && text.contains("of the intended rate"))
                .anyMatch(text -> text.contains("requests waited 9.9") && text.contains("raise --connections"));
    }

    @Test
    void a_short_wait_for_connections_is_none() {
        assertThat(SelfCheck.doubts(Runs.report(Runs.PLAN, queueing(50 * Runs.MILLI)), Limits.parking())).isEmpty();
    }

    @Test
    void a_single_straggler_changes_no_rate() {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        for (int i = 0; i < 10_000; i++) {
            Runs.answer(recorder.tally(0), i * Runs.MILLI, i == 9_999 ? 8 * Runs.SECOND : Runs.MILLI);
        }
        recorder.drain();
        RunReport report = Runs.report(Runs.PLAN, recorder.totals(Recorder.MEASURED));
        assertThat(report.phases().getFirst().drainSeconds()).isCloseTo(8, within(0.01));
        assertThat(report.phases().getFirst().completedPerSecond()).isCloseTo(1_000, within(1.0));
        assertThat(SelfCheck.doubts(report, Limits.parking())).isEmpty();
    }

    @Test
    void requests_that_were_never_sent_are_missing_in_the_rate() {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        for (int i = 0; i < 10_150; i++) {
            if (i < 10_000) {
                Runs.answer(recorder.tally(0), 0, 1_000_000);
            } else {
                recorder.tally(0).intended(0, 1);
            }
        }
        recorder.drain();
        assertThat(SelfCheck.doubts(Runs.report(Runs.PLAN, recorder.totals(Recorder.MEASURED)), Limits.parking()))
                .containsExactly(new Doubt.RateNotReached(Recorder.MEASURED, 10_000 / 10_150.0, 0.99));
    }

    /** 10,000 requests in 10 s; the wait for a connection grows until it is this long. */
    private static Totals queueing(long most) {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        for (int i = 0; i < 10_000; i++) {
            long intended = i * Runs.MILLI;
            long sent = intended + most / 10_000 * i;
            recorder.tally(0).intended(intended, intended);
            recorder.tally(0).sent(intended, intended, sent);
            recorder.tally(0).answered(intended, sent, sent + Runs.MILLI, 200, 0);
        }
        recorder.drain();
        return recorder.totals(Recorder.MEASURED);
    }

    @Test
    void a_generator_without_cpu_left_is_saturated_only_if_it_is_late() {
        Resources busy = new Resources(10, OptionalDouble.of(20), OptionalDouble.of(0.97), OptionalDouble.empty(),
                new Collected(0, 0, 0), Runs.RESOURCES.hiccups(), NOTHING);
        assertThat(SelfCheck.doubts(Runs.with(Runs.good(), busy), Limits.parking())).isEmpty();
        assertThat(SelfCheck.doubts(Runs.with(Runs.report(Runs.PLAN, late(3_000_383)), busy), Limits.parking()))
                .anySatisfy(doubt -> assertThat(Doubts.sentence(doubt)).contains("used 97.0 % of its CPU (limit 95.0 %)", "3.00 ms"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.89, 0.9, 1})
    void a_thread_that_sleeps_and_has_no_cpu_left_is_saturated_and_one_that_spins_is_not(double share) {
        Resources busy = new Resources(10, OptionalDouble.of(9), OptionalDouble.of(0.45), OptionalDouble.of(share),
                new Collected(0, 0, 0), Runs.RESOURCES.hiccups(), NOTHING);
        RunReport report = Runs.with(Runs.good(), busy);
        assertThat(SelfCheck.doubts(report, Limits.spinning())).isEmpty();
        for (Limits limits : List.of(Limits.parking(), Limits.coarse())) {
            List<Doubt> expected = share < 0.9 ? List.of() : List.of(new Doubt.Saturated(share, 0.9, Optional.empty()));
            assertThat(SelfCheck.doubts(report, limits)).isEqualTo(expected);
        }
        assertThat(Doubts.sentence(new Doubt.Saturated(0.93, 0.9, Optional.empty()))).startsWith("One thread of the generator used 93.0 %");
    }

    @Test
    void the_schedule_error_is_judged_at_the_quantile_asked_for_and_by_the_latency_there() {
        Plan tail = new Plan(List.of(), "http1", Loop.OPEN, "", Quantile.P99_9, Optional.empty());
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        for (int i = 0; i < 100_000; i++) {
            long late = i < 200 ? 400 * Runs.MICRO : 1;
            long latency = i < 200 ? 10 * Runs.MILLI : 3 * Runs.MILLI;
            recorder.tally(0).intended(0, late);
            recorder.tally(0).sent(0, late, late);
            recorder.tally(0).answered(0, late, latency, 200, 0);
        }
        recorder.drain();
        Totals totals = recorder.totals(Recorder.MEASURED);
        assertThat(SelfCheck.doubts(Runs.report(tail, totals), Limits.parking())).isEmpty();
        assertThat(SelfCheck.doubts(Runs.report(tail, totals), Limits.spinning())).singleElement().isInstanceOfSatisfying(Doubt.Late.class,
                late -> assertThat(late.quantile()).isEqualTo(Quantile.P99_9));
        assertThat(SelfCheck.doubts(Runs.report(Runs.PLAN, totals), Limits.spinning())).isEmpty();
        assertThat(List.of(Limits.parking().late(0), Limits.parking().late(5 * Runs.MILLI), Limits.parking().late(Runs.SECOND),
                Limits.coarse().late(Runs.SECOND), Limits.spinning().late(Runs.SECOND)))
                .containsExactly(100_000L, 500_000L, 1_000_000L, 2_000_000L, 100_000L);
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
            recorder.tally(0).answered(0, error, 60 * Runs.MILLI, 200, 0);
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

    /** Nothing but failures, late and after long waits. */
    private static Totals refused() {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        for (int i = 0; i < 1_000; i++) {
            recorder.tally(0).intended(0, Runs.SECOND);
            recorder.tally(0).sent(0, Runs.SECOND, 3 * Runs.SECOND);
            recorder.tally(0).failed(0, 15 * Runs.SECOND, Failure.REFUSED);
            recorder.tally(0).intended(0, 1);
            recorder.tally(0).dropped(0);
        }
        recorder.drain();
        return recorder.totals(Recorder.MEASURED);
    }

    private static Totals redirecting(int redirects) {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        for (int i = 0; i < 10_200; i++) {
            recorder.tally(0).intended(0, 1);
            recorder.tally(0).sent(0, 1, 1);
            recorder.tally(0).answered(0, 1, Runs.MILLI, i < redirects ? 302 : 200, 0);
        }
        recorder.drain();
        return recorder.totals(Recorder.MEASURED);
    }

    @Test
    void failures_lead_and_a_few_redirects_are_no_doubt() {
        RunReport report =
                RunReport.of("1", Runs.PLAN, End.INTERRUPTED, Runs.report(Runs.PLAN, refused()).phases(), List.of(Runs.GENERATOR));
        assertThat(SelfCheck.doubts(report, Limits.parking()))
                .containsExactly(new Doubt.ManyFailures(Recorder.MEASURED, 1, 0.01), new Doubt.Interrupted());
        assertThat(SelfCheck.doubts(Runs.report(Runs.PLAN, redirecting(102)), Limits.parking())).isEmpty();
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
        return new Resources(10, OptionalDouble.of(2), OptionalDouble.of(0.1), OptionalDouble.empty(), pauses,
                new Summary(1, OptionalDouble.of((double) hiccup), Runs.nanos(hiccup)), taken);
    }

    private static Taken taken(double steal, double throttled) {
        return new Taken(OptionalDouble.of(steal), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(throttled));
    }
}
