package meshadvisor.load.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import meshadvisor.load.schedule.Distribution;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.schedule.Distribution.Mixture;
import meshadvisor.load.schedule.Distribution.Part;
import org.junit.jupiter.api.Test;

/** When and how requests are answered, under a simulated clock. */
class ServiceTest {

    private static final Distribution BIMODAL = new Mixture(List.of(new Part(90, 1_000_000), new Part(100, 20_000_000)));

    private final Clocked caller = new Clocked();

    @Test
    void every_request_waits_exactly_the_time_that_was_drawn_for_it() {
        var service = new Service(new Behaviour(BIMODAL, new Fixed(0), 0, 1), 99, new Counts());
        var arrivals = new SplittableRandom(3);
        List<Long> intended = new ArrayList<>();
        var drawn = new SplittableRandom(99);
        for (int call = 0; call < 2_000; call++) {
            long arrival = caller.now + arrivals.nextInt(100_000);
            runTo(arrival, service);
            new Fixed(0).sample(drawn);
            intended.add(arrival + BIMODAL.sample(drawn));
            service.arrived(caller, call, -1, -1);
        }
        runTo(Long.MAX_VALUE - 1, service);
        assertThat(caller.answeredAt).hasSize(2_000);
        for (int call = 0; call < 2_000; call++) {
            assertThat(caller.at(call)).isEqualTo(intended.get(call));
        }
    }

    @Test
    void without_a_service_time_the_answer_is_there_at_once() {
        var service = new Service(new Behaviour(new Fixed(0), new Fixed(12), 0, 1), 1, new Counts());
        service.arrived(caller, 5, -1, -1);
        service.arrived(caller, 6, 34, 404);
        assertThat(caller.answers).containsExactly("5 200 12", "6 404 34");
        assertThat(service.next()).isEqualTo(DelayQueue.NEVER);
    }

    @Test
    void the_same_seed_gives_the_same_errors() {
        assertThat(statuses(5)).isEqualTo(statuses(5)).isNotEqualTo(statuses(6));
    }

    private static List<String> statuses(long seed) {
        var caller = new Clocked();
        var service = new Service(new Behaviour(new Fixed(0), new Fixed(0), 0.5, 1), seed, new Counts());
        for (int call = 0; call < 64; call++) {
            service.arrived(caller, call, -1, -1);
        }
        return caller.answers;
    }

    /** Lets time go on from one end of a service time to the next. */
    private void runTo(long time, Service service) {
        while (service.next() <= time) {
            caller.now = service.next();
            service.due(caller.now);
        }
        caller.now = time;
    }

    /** A caller with a clock of its own. */
    private static final class Clocked implements Caller {

        private final List<String> answers = new ArrayList<>();
        private final List<long[]> answeredAt = new ArrayList<>();
        private long now;

        private long at(int call) {
            return answeredAt.stream().filter(each -> each[0] == call).findFirst().orElseThrow()[1];
        }

        @Override
        public long readAt() {
            return now;
        }

        @Override
        public void answer(int call, int status, int bytes) {
            answers.add(call + " " + status + " " + bytes);
        }

        @Override
        public void answerLater(int call, int status, int bytes) {
            answeredAt.add(new long[] {call, now});
        }
    }
}
