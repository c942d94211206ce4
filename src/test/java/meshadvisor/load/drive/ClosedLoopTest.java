package meshadvisor.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import meshadvisor.load.drive.Engine.EndRule;
import meshadvisor.load.drive.Engine.WarmUpEnd;
import meshadvisor.load.drive.Plan.Waiting;
import meshadvisor.load.schedule.Arrivals.Spacing;
import meshadvisor.load.schedule.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The closed loop, warm-ups, and ends before the end. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ClosedLoopTest {

    private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";
    private static final long SECOND = 1_000_000_000;

    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    private Peer counting() throws IOException {
        return new Peer(client -> {
            while (client.request().isPresent()) {
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                Thread.sleep(10);
                open.decrementAndGet();
                client.say(NO_CONTENT);
            }
        });
    }

    @Test
    void so_many_requests_are_on_their_way_at_a_time() throws IOException {
        try (var peer = counting()) {
            var trial = new Trial().connections(9).waiting(Waiting.SPIN).to(peer);
            try (var engine = trial.engine()) {
                engine.open();
                engine.saturate("measured", 5, SECOND / 2);
            }
            var counts = trial.counts();
            assertThat(mostOpen.get()).isEqualTo(5);
            assertThat(counts.completed()).isEqualTo(counts.intended()).isGreaterThanOrEqualTo(5);
            assertThat(peer.asked()).hasSize((int) counts.completed());
        }
    }

    @Test
    void more_than_there_are_connections_wait_for_one() throws IOException {
        try (var peer = counting()) {
            var trial = new Trial().connections(2).waiting(Waiting.SPIN).to(peer);
            try (var engine = trial.engine()) {
                engine.open();
                engine.saturate("measured", 20, SECOND / 4);
            }
            assertThat(mostOpen.get()).isEqualTo(2);
            assertThat(trial.counts().completed()).isEqualTo(trial.counts().intended()).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void nobody_to_answer_ends_it_too() throws IOException {
        var trial = new Trial().waiting(Waiting.SPIN).toNobody();
        try (var engine = trial.engine()) {
            engine.open();
            engine.saturate("measured", 8, SECOND / 4);
        }
        assertThat(trial.counts().allFailed()).isEqualTo(trial.counts().intended()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void a_warm_up_ends_with_its_time_and_counts_apart(Waiting waiting) throws IOException {
        try (var peer = Peer.answering(NO_CONTENT)) {
            var trial = new Trial().waiting(waiting).to(peer);
            try (var engine = trial.engine()) {
                engine.open();
                assertThat(engine.warmUp(200, Spacing.CONSTANT, new WarmUpEnd(EndRule.TIME, SECOND / 4))).isTrue();
                assertThat(engine.warmUp(200, Spacing.CONSTANT, new WarmUpEnd(EndRule.STEADY, SECOND / 4))).as("too short").isFalse();
                engine.run(List.of(Segment.steady("measured", 100, SECOND / 10)), Spacing.POISSON);
            }
            assertThat(trial.recorder().phases()).containsExactly("warmup", "measured");
            assertThat(peer.asked().size()).isEqualTo(100 + (int) trial.counts().completed());
        }
    }

    @Test
    void a_warm_up_of_a_closed_loop_ends_when_latency_is_steady() throws IOException {
        try (var peer = counting()) {
            var trial = new Trial().waiting(Waiting.SPIN).to(peer);
            try (var engine = trial.engine()) {
                engine.open();
                assertThat(engine.warmUpSaturated(4, new WarmUpEnd(EndRule.STEADY, 50 * SECOND))).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void a_stop_from_another_thread_ends_it_soon_and_keeps_what_there_is(Waiting waiting) throws IOException {
        try (var peer = new Peer(client -> {
            client.request();
            client.say(NO_CONTENT);
            client.waitUntilClosed();
        })) {
            var trial = new Trial().waiting(waiting).to(peer);
            long begun = System.nanoTime();
            try (var engine = trial.engine()) {
                engine.open();
                Thread.ofVirtual().start(() -> stopOnceAnswered(engine, peer));
                engine.run(List.of(Segment.steady("measured", 100, 3_600 * SECOND)), Spacing.CONSTANT);
                assertThat(engine.stopped()).isTrue();
            }
            assertThat(System.nanoTime() - begun).isLessThan(30 * SECOND);
            var counts = trial.counts();
            assertThat(counts.completed()).isPositive();
            assertThat(counts.unfinished()).isPositive();
            assertThat(counts.intended()).isEqualTo(counts.completed() + counts.allFailed() + counts.unfinished());
        }
    }

    private static void stopOnceAnswered(Engine engine, Peer peer) {
        try {
            while (peer.asked().size() < 4) {
                Thread.sleep(10);
            }
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        engine.stop();
    }

    @Test
    void a_stop_before_the_begin_sends_nothing() throws IOException {
        try (var peer = Peer.answering(NO_CONTENT)) {
            var trial = new Trial().to(peer);
            try (var engine = trial.engine()) {
                engine.stop();
                engine.open();
                engine.run(List.of(Segment.steady("measured", 100, 3_600 * SECOND)), Spacing.CONSTANT);
            }
            assertThat(trial.counts().intended()).isZero();
        }
    }
}
