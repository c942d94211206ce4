package meshadvisor.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The small machines of the driver: tickets, those that wait, pauses between tries to connect. */
class StatesTest {

    private static final long MILLISECOND = 1_000_000;

    @Test
    void there_are_as_many_tickets_as_allowed_each_once() {
        var flight = new Flight(3);
        var taken = new HashSet<Integer>();
        IntStream.range(0, 3).forEach(i -> taken.add(flight.take()));
        assertThat(taken).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(flight.take()).isEqualTo(Flight.NONE);
        assertThat(flight.inFlight()).isEqualTo(3);
        flight.release(1);
        assertThat(flight.take()).isEqualTo(1);
        assertThat(flight.take()).isEqualTo(Flight.NONE);
    }

    @Test
    void only_one_decides_what_becomes_of_a_request() {
        var flight = new Flight(1);
        int ticket = flight.take();
        flight.begin(ticket);
        assertThat(flight.become(ticket, Flight.WAITING, Flight.SENT)).isTrue();
        assertThat(flight.become(ticket, Flight.WAITING, Flight.DEAD)).isFalse();
        assertThat(flight.state(ticket)).isEqualTo(Flight.SENT);
        flight.release(ticket);
        assertThat(flight.state(ticket)).isEqualTo(Flight.FREE);
    }

    @Test
    void who_waits_longest_is_next_also_round_the_end_and_after_being_put_back() {
        var backlog = new Backlog(3);
        assertThat(backlog.isEmpty()).isTrue();
        assertThat(backlog.poll()).isEqualTo(Flight.NONE);
        for (int turn = 0; turn < 10; turn++) {
            backlog.add(1);
            backlog.add(2);
            backlog.add(3);
            int first = backlog.poll();
            backlog.putBack(first);
            assertThat(IntStream.range(0, 3).map(i -> backlog.poll())).containsExactly(1, 2, 3);
            backlog.add(7);
            assertThat(backlog.poll()).isEqualTo(7);
            assertThat(backlog.isEmpty()).isTrue();
        }
    }

    @Test
    void a_connection_that_worked_is_opened_again_at_once() {
        var backOff = new BackOff();
        backOff.opens();
        assertThat(backOff.works()).isTrue();
        assertThat(backOff.works()).isFalse();
        backOff.lost(0);
        assertThat(backOff.isDue(0)).isTrue();
    }

    @Test
    void one_that_never_answers_waits_longer_each_time_up_to_half_a_second() {
        var backOff = new BackOff();
        assertThat(backOff.isDue(Long.MIN_VALUE)).isTrue();
        for (long pause : new long[] {10, 20, 40, 80, 160, 320, 500, 500, 500}) {
            backOff.opens();
            backOff.lost(0);
            assertThat(backOff.isDue(pause * MILLISECOND - 1)).isFalse();
            assertThat(backOff.isDue(pause * MILLISECOND)).isTrue();
        }
        backOff.opens();
        backOff.works();
        backOff.lost(0);
        backOff.opens();
        backOff.lost(0);
        assertThat(backOff.isDue(10 * MILLISECOND)).as("an answer makes good").isTrue();
    }
}
