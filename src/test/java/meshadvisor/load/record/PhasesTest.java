package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A schedule of many steps needs no more memory than one of two, and those who write need not make any. */
class PhasesTest {

    private static final int STEPS = 100;
    private static final long LASTS = 5 * Runs.SECOND;

    private final long[] now = {-7 * Runs.SECOND};
    private final Recorder recorder = new Recorder(2, () -> now[0]);

    private void begin() {
        for (int step = 0; step < STEPS; step++) {
            recorder.begin("step-" + step, now[0] + step * LASTS);
        }
    }

    private List<Integer> open() {
        return IntStream.range(0, STEPS).filter(step -> recorder.phaseAt(-7 * Runs.SECOND + step * LASTS).open()).boxed().toList();
    }

    @Test
    void only_the_phase_of_now_and_its_neighbours_have_pages() {
        begin();
        assertThat(open()).containsExactly(0);
        for (int second = 0; second < STEPS * 5; second++) {
            int step = second / 5;
            assertThat(open()).as("second " + second).contains(step).isSubsetOf(step - 1, step, step + 1);
            Runs.answer(recorder.tally(second % 2), now[0], Runs.MILLI);
            now[0] += Runs.SECOND;
            recorder.drain();
        }
        assertThat(recorder.phases()).hasSize(STEPS)
                .allSatisfy(phase -> assertThat(recorder.totals(phase).count(Counter.COMPLETED)).isEqualTo(5));
    }

    @Test
    void a_phase_finds_its_pages_made_when_it_begins() {
        begin();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int second = 0; second < 50; second++) {
            note();
            long before = threads.getCurrentThreadAllocatedBytes();
            note();
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).as("second " + second).isLessThan(10_000);
            now[0] += Runs.SECOND;
            recorder.drain();
        }
    }

    private void note() {
        for (int i = 0; i < 100; i++) {
            Runs.answer(recorder.tally(0), now[0] + i, Runs.MILLI);
        }
    }

    @Test
    void totals_that_were_packed_are_the_same_and_take_more() {
        Totals totals = Runs.totals(1_000, 5 * Runs.MILLI);
        Totals same = Runs.totals(1_000, 5 * Runs.MILLI);
        totals.pack();
        totals.pack();
        for (Kind kind : Kind.values()) {
            assertThat(totals.histogram(kind)).isEqualTo(same.histogram(kind));
        }
        totals.add(Runs.totals(10, 50 * Runs.SECOND));
        same.add(Runs.totals(10, 50 * Runs.SECOND));
        totals.pack();
        assertThat(PhaseReport.of(Runs.span("step-1"), totals)).isEqualTo(PhaseReport.of(Runs.span("step-1"), same));
    }

    @Test
    void what_comes_before_the_pages_are_made_is_kept() {
        begin();
        Runs.answer(recorder.tally(1), now[0] + 50 * LASTS, Runs.MILLI);
        assertThat(recorder.drain()).containsOnlyKeys("step-50");
        recorder.drain();
        recorder.drain();
        assertThat(open()).containsExactly(0);
        assertThat(recorder.totals("step-50").count(Counter.COMPLETED)).isEqualTo(1);
    }
}
