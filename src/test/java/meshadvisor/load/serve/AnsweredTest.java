package meshadvisor.load.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Answers that wait for room. */
class AnsweredTest {

    @Test
    void they_leave_in_the_order_in_which_they_came() {
        var random = new SplittableRandom(11);
        var answered = new Answered();
        var expected = new ArrayDeque<Integer>();
        for (int call = 0; call < 10_000; call++) {
            if (expected.isEmpty() || random.nextInt(10) < 6) {
                answered.add(call, call + 1, call + 2);
                expected.addLast(call);
            } else {
                int first = expected.removeFirst();
                assertThat(new int[] {answered.call(), answered.status(), answered.bytes()}).containsExactly(first, first + 1, first + 2);
                answered.remove();
            }
            assertThat(answered.isEmpty()).isEqualTo(expected.isEmpty());
        }
    }
}
