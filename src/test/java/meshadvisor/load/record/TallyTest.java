package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.SplittableRandom;
import meshadvisor.load.wire.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What threads note arrives whole, in the phase in which it was intended. */
class TallyTest {

    @Test
    void a_request_counts_in_the_phase_in_which_it_was_intended() {
        Recorder recorder = Runs.recorder(Recorder.WARMUP);
        recorder.begin(Recorder.MEASURED, 1_000);
        Tally tally = recorder.tally(0);
        tally.intended(999, 1_005);
        tally.intended(1_000, 1_005);
        tally.answered(999, 1_005, 5_000, 200, 0);
        tally.answered(1_000, 1_005, 6_000, 200, 0);
        recorder.drain();
        assertThat(recorder.phases()).containsExactly(Recorder.WARMUP, Recorder.MEASURED);
        assertThat(recorder.totals(Recorder.WARMUP).histogram(Kind.LATENCY).getMaxValue()).isBetween(4_001L, 4_003L);
        assertThat(recorder.totals(Recorder.MEASURED).histogram(Kind.LATENCY).getMaxValue()).isBetween(5_000L, 5_003L);
        assertThat(recorder.totals(Recorder.MEASURED).count(Counter.INTENDED)).isEqualTo(1);
    }

    @Test
    void each_time_is_measured_between_its_own_two_moments() {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        Tally tally = recorder.tally(0);
        tally.intended(1_000, 1_010);
        tally.sent(1_000, 1_010, 1_030);
        tally.answered(1_000, 1_030, 1_500, 204, 42);
        tally.failed(1_000, 1_700, Failure.TIMEOUT);
        Totals totals = drained(recorder);
        assertThat(totals.histogram(Kind.SCHEDULE).getMaxValue()).isEqualTo(10);
        assertThat(totals.histogram(Kind.WAIT).getMaxValue()).isEqualTo(20);
        assertThat(totals.histogram(Kind.LATENCY).getMaxValue()).isEqualTo(500);
        assertThat(totals.histogram(Kind.SERVICE).getMaxValue()).isEqualTo(470);
        assertThat(totals.histogram(Kind.FAILED).getMaxValue()).isEqualTo(700);
        assertThat(totals.count(Counter.ANSWER_BYTES)).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource({"100, INFORMATIONAL, 1", "200, GOOD, 1", "304, REDIRECT, 1", "404, CLIENT_ERROR, 0", "503, SERVER_ERROR, 0",
            "1013, GRPC_ERROR, 0", "0, SERVER_ERROR, 0", "999, SERVER_ERROR, 0", "-1, SERVER_ERROR, 0"})
    void an_answer_that_says_error_is_a_failure_and_no_latency(int status, StatusClass expected, int good) {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        recorder.tally(0).answered(0, 1, 2, status, 0);
        Totals totals = drained(recorder);
        assertThat(totals.statuses()).isEqualTo(Map.of(expected, 1L));
        assertThat(totals.histogram(Kind.LATENCY).getTotalCount()).isEqualTo(good);
        assertThat(totals.histogram(Kind.FAILED).getTotalCount()).isEqualTo(1 - good);
        assertThat(totals.failures()).isEqualTo(good == 1 ? Map.of() : Map.of(Failure.STATUS, 1L));
    }

    @Test
    void counts_add_up_to_what_was_intended() {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        Tally tally = recorder.tally(0);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 5_000; i++) {
            Runs.anything(tally, i, random);
        }
        tally.intended(1, 1);
        tally.connected(1);
        tally.connectFailed(1, Failure.REFUSED);
        tally.handshaken(1);
        tally.wrote(1, 10);
        tally.read(1, 20);
        Counts counts = Counts.of(drained(recorder));
        assertThat(counts.intended()).isEqualTo(5_001);
        assertThat(counts.unfinished()).isEqualTo(1);
        assertThat(counts.completed() + counts.allFailed() + counts.dropped() + counts.unfinished()).isEqualTo(5_001);
        assertThat(counts.failed().keySet()).contains(Failure.STATUS, Failure.DNS)
                .allSatisfy(kind -> assertThat(counts.failed().get(kind)).isPositive());
        assertThat(counts.connections()).isEqualTo(1);
        assertThat(counts.handshakes()).isEqualTo(1);
        assertThat(counts.connectFailures()).isEqualTo(Map.of(Failure.REFUSED, 1L));
        assertThat(counts.bytesSent()).isEqualTo(10);
        assertThat(counts.bytesReceived()).isEqualTo(20);
    }

    @Test
    void a_time_outside_the_range_is_recorded_at_its_end_and_counted() {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        recorder.tally(0).answered(0, 0, Long.MAX_VALUE / 2, 200, 0);
        recorder.tally(0).intended(10, 5);
        Totals totals = drained(recorder);
        assertThat(Quantile.at(totals.histogram(Kind.LATENCY), 1)).isBetween(Recorder.LONGEST, Recorder.LONGEST + Recorder.LONGEST / 1_000);
        assertThat(totals.histogram(Kind.SCHEDULE).getMaxValue()).isZero();
        assertThat(totals.count(Counter.BEYOND)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"measured", "", "Step", "step 2", "a,b"})
    void a_phase_has_a_name_of_its_own_that_can_be_a_tag(String name) {
        Recorder recorder = Runs.recorder(Recorder.MEASURED);
        assertThatThrownBy(() -> recorder.begin(name, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(name);
    }

    @Test
    void nothing_is_lost_between_two_writers_and_a_reader_that_never_rests() throws InterruptedException {
        Recorder recorder = new Recorder(2);
        for (int phase = 0; phase < 4; phase++) {
            recorder.begin("step-" + phase, phase * 50_000L);
        }
        Thread[] writers = {writer(recorder.tally(0)), writer(recorder.tally(1))};
        long drained = 0;
        while (writers[0].isAlive() || writers[1].isAlive()) {
            drained += recorder.drain().values().stream().mapToLong(totals -> totals.histogram(Kind.LATENCY).getTotalCount()).sum();
        }
        drained += recorder.drain().values().stream().mapToLong(totals -> totals.histogram(Kind.LATENCY).getTotalCount()).sum();
        assertThat(drained).isEqualTo(400_000);
        assertThat(recorder.phases()).allSatisfy(phase -> {
            Totals totals = recorder.totals(phase);
            assertThat(totals.count(Counter.COMPLETED)).isEqualTo(100_000);
            assertThat(totals.histogram(Kind.SERVICE).getTotalCount()).isEqualTo(100_000);
        });
    }

    private static Thread writer(Tally tally) {
        Thread thread = new Thread(() -> {
            for (int i = 0; i < 200_000; i++) {
                tally.answered(i, i, i + 100, 200, 1);
            }
        });
        thread.start();
        return thread;
    }

    @Test
    void a_phase_long_over_still_takes_what_comes_late() {
        Recorder recorder = Runs.recorder(Recorder.WARMUP);
        recorder.begin(Recorder.MEASURED, 1_000);
        for (int i = 0; i < 5; i++) {
            recorder.drain();
            recorder.tally(0).intended(2_000, 2_000);
        }
        assertThat(recorder.phaseAt(0).desk(0).open()).as("a phase that is over keeps its memory").isFalse();
        assertThat(recorder.phaseAt(1_000).desk(0).open()).isTrue();
        for (int i = 0; i < 3; i++) {
            recorder.tally(0).failed(1, 60, Failure.TIMEOUT);
            assertThat(recorder.drain()).containsKey(Recorder.WARMUP);
        }
        assertThat(recorder.totals(Recorder.WARMUP).failures()).isEqualTo(Map.of(Failure.TIMEOUT, 3L));
        assertThat(recorder.drain()).isEmpty();
    }

    @Test
    void noting_allocates_nothing() {
        Recorder recorder = new Recorder(1);
        recorder.begin(Recorder.WARMUP, 0);
        recorder.begin(Recorder.MEASURED, 20_000);
        Tally tally = recorder.tally(0);
        note(tally);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadAllocatedBytes();
        long empty = threads.getCurrentThreadAllocatedBytes() - before;
        before = threads.getCurrentThreadAllocatedBytes();
        note(tally);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isEqualTo(empty);
        recorder.drain();
        assertThat(recorder.totals(Recorder.MEASURED).count(Counter.COMPLETED)).isEqualTo(2 * 20_000);
    }

    /** All that can be noted, over both phases, with times that grow. */
    private static void note(Tally tally) {
        for (int i = 0; i < 40_000; i++) {
            tally.intended(i, i + 3L * i);
            tally.sent(i, i, i + 5L * i);
            tally.answered(i, i, i + 1_000_000L * i, 200, 100);
            tally.answered(i, i, i + 1_000_000L * i, 500, 100);
            tally.failed(i, i + 7L * i, Failure.TIMEOUT);
            tally.dropped(i);
            tally.connected(i);
            tally.connectFailed(i, Failure.TLS);
            tally.handshaken(i);
            tally.wrote(i, 10);
            tally.read(i, 10);
        }
    }

    private static Totals drained(Recorder recorder) {
        recorder.drain();
        return recorder.totals(Recorder.MEASURED);
    }
}
