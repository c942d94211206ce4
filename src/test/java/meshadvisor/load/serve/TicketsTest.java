package meshadvisor.load.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The line of calls onward. */
class TicketsTest {

    private final Tickets tickets = new Tickets();

    @Test
    void the_line_is_left_in_the_order_in_which_it_was_joined() {
        for (int parent = 0; parent < 100; parent++) {
            tickets.draw(parent, 0);
        }
        for (int parent = 0; parent < 50; parent++) {
            assertThat(tickets.release(tickets.next())).isEqualTo(parent);
        }
        for (int parent = 100; parent < 400; parent++) { // grows while the line begins in the middle of its ring
            tickets.draw(parent, 0);
        }
        for (int parent = 50; parent < 400; parent++) {
            assertThat(tickets.release(tickets.next())).isEqualTo(parent);
        }
        assertThat(tickets.next()).isEqualTo(Tickets.NONE);
    }

    @Test
    void who_was_given_up_is_passed_over_and_its_number_free_again() {
        int old = tickets.draw(1, 10);
        int young = tickets.draw(2, 30);
        assertThat(tickets.isOlder(old, 20)).isTrue();
        assertThat(tickets.isOlder(young, 20)).isFalse();
        assertThat(tickets.giveUp(old)).isEqualTo(1);
        assertThat(tickets.isOlder(old, 20)).isFalse();
        assertThat(tickets.next()).isEqualTo(young);
        assertThat(tickets.draw(3, 40)).isEqualTo(old);
    }

    @Test
    void an_answer_to_who_was_given_up_is_for_nobody() {
        int ticket = tickets.draw(1, 10);
        assertThat(tickets.next()).isEqualTo(ticket);
        tickets.giveUp(ticket);
        assertThat(tickets.release(ticket)).isNegative();
    }

    @Test
    void there_is_an_end_to_the_line() {
        int parents = 0;
        while (tickets.draw(parents, 0) != Tickets.NONE) {
            parents++;
        }
        assertThat(parents).isEqualTo(65_536);
        tickets.release(tickets.next());
        assertThat(tickets.draw(7, 0)).isNotEqualTo(Tickets.NONE);
    }
}
