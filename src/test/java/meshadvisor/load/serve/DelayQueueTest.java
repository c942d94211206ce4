package meshadvisor.load.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is due when. */
class DelayQueueTest {

    private final DelayQueue queue = new DelayQueue();

    @Test
    void nothing_is_never_due() {
        assertThat(queue.next()).isEqualTo(DelayQueue.NEVER);
    }

    @Test
    void the_earliest_comes_first_whatever_the_order_of_adding() {
        var random = new SplittableRandom(7);
        var expected = new PriorityQueue<Long>();
        for (int step = 0; step < 50_000; step++) {
            if (expected.isEmpty() || random.nextInt(100) < 55) {
                int time = random.nextInt(1_000_000);
                queue.add(time, time);
                expected.add((long) time);
            } else {
                long time = expected.remove();
                assertThat(queue.next()).isEqualTo(time);
                assertThat(queue.remove()).isEqualTo((int) time);
            }
        }
        while (!expected.isEmpty()) {
            assertThat(queue.remove()).isEqualTo((int) (long) expected.remove());
        }
        assertThat(queue.next()).isEqualTo(DelayQueue.NEVER);
    }
}
