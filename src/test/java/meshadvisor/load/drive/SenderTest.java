package meshadvisor.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import meshadvisor.load.schedule.Arrivals;
import meshadvisor.load.schedule.Arrivals.Spacing;
import meshadvisor.load.schedule.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The open loop, on a simulated clock: nothing but the schedule says when a request is intended. */
class SenderTest {

    private static final long BEGIN = Long.MAX_VALUE - 500_000_000; // the clock of the machine may overflow
    private static final long SECOND = 1_000_000_000;

    private final List<Long> intended = new ArrayList<>();
    private final List<Long> dispatched = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private long now = BEGIN - 1_000;

    private static Arrivals arrivals(Spacing spacing) {
        return new Arrivals(List.of(Segment.steady("measured", 1_000, SECOND)), spacing, 5);
    }

    private static List<Long> schedule(Spacing spacing) {
        var arrivals = arrivals(spacing);
        var times = new ArrayList<Long>();
        for (long time = arrivals.next(); time != Arrivals.END; time = arrivals.next()) {
            times.add(BEGIN + time);
        }
        return times;
    }

    /** A clock that a pause sets forward to the time that was waited for, and {@code cost} on top with each dispatch. */
    private Sender sender(LongUnaryOperator cost) {
        return new Sender(() -> now, due -> {
            pauses.add(Math.max(0, due - now));
            now = due - now > 0 ? due : now;
        }, (due, at) -> {
            intended.add(due);
            dispatched.add(at);
            now += cost.applyAsLong(intended.size());
        });
    }

    @ParameterizedTest
    @EnumSource(Spacing.class)
    void requests_are_dispatched_exactly_at_their_times(Spacing spacing) {
        sender(number -> 0).run(arrivals(spacing), BEGIN, () -> false);
        assertThat(intended).isEqualTo(schedule(spacing));
        assertThat(dispatched).isEqualTo(intended);
    }

    @ParameterizedTest
    @EnumSource(Spacing.class)
    void intended_times_are_those_of_the_schedule_whatever_a_dispatch_costs(Spacing spacing) {
        sender(number -> 7_000_000).run(arrivals(spacing), BEGIN, () -> false);
        assertThat(intended).isEqualTo(schedule(spacing));
        assertThat(dispatched.getLast() - BEGIN).isEqualTo(dispatched.getFirst() - BEGIN + 7_000_000L * (intended.size() - 1));
    }

    @Test
    void who_falls_behind_catches_up_without_a_pause_and_each_keeps_its_time() {
        sender(number -> number == 100 ? 200_000_000 : 10_000).run(arrivals(Spacing.CONSTANT), BEGIN, () -> false);
        assertThat(intended).isEqualTo(schedule(Spacing.CONSTANT));
        // 200 ms are 200 requests, which go out one behind the other in 10 µs each; those 2 ms are two more.
        assertThat(pauses.subList(100, 300)).containsOnly(0L);
        assertThat(dispatched.get(100) - intended.get(100)).isEqualTo(199_000_000);
        assertThat(dispatched.subList(310, 1_000)).isEqualTo(intended.subList(310, 1_000));
    }

    @Test
    void it_stops_before_the_next_request() {
        sender(number -> 0).run(arrivals(Spacing.CONSTANT), BEGIN, () -> intended.size() == 10);
        assertThat(intended).hasSize(10);
        sender(number -> 0).run(arrivals(Spacing.CONSTANT), BEGIN, () -> true);
        assertThat(intended).hasSize(10);
    }

    @Test
    void a_pause_that_ends_early_because_it_is_over_sends_nothing_early() {
        var stopped = new boolean[1];
        new Sender(() -> now, due -> {
            if (due - BEGIN >= SECOND / 2) {
                stopped[0] = true;
            } else {
                now = due;
            }
        }, (due, at) -> intended.add(due)).run(arrivals(Spacing.CONSTANT), BEGIN, () -> stopped[0]);
        assertThat(intended).hasSize(500);
    }

    @Test
    void parking_never_ends_before_the_time_unless_stopped() {
        var parking = new Parking(Clock.SYSTEM, () -> false);
        for (long wait : new long[] {0, 1_000, Parking.MARGIN, 2 * Parking.MARGIN, 1_000_000}) {
            long due = System.nanoTime() + wait;
            parking.until(due);
            assertThat(System.nanoTime() - due).isNotNegative();
        }
        new Parking(Clock.SYSTEM, () -> true).until(System.nanoTime() + 3_600 * SECOND); // or this test would never end
    }
}
