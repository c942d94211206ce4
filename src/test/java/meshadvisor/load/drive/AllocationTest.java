package meshadvisor.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import meshadvisor.load.drive.Engine.EndRule;
import meshadvisor.load.drive.Engine.WarmUpEnd;
import meshadvisor.load.drive.Plan.Waiting;
import meshadvisor.load.record.Counter;
import meshadvisor.load.schedule.Arrivals.Spacing;
import meshadvisor.load.schedule.Distribution.Exponential;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.serve.Behaviour;
import meshadvisor.load.serve.Offer;
import meshadvisor.load.serve.Server;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request costs in memory, in the threads that send and receive: nothing. */
@Timeout(120)
class AllocationTest {

    private static final long SECOND = 1_000_000_000;
    private static final double RATE = 10_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What both threads allocated in a run, and for how many requests. */
    private record Cost(long bytes, long requests) {}

    @ParameterizedTest
    @EnumSource(Waiting.class)
    void a_request_allocates_nothing_once_it_is_warm(Waiting waiting) throws IOException {
        var offer = Offer.of(new Behaviour(new Fixed(0), new Fixed(100), 0, 1));
        try (var server = new Server(offer, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1)) {
            var trial = new Trial().waiting(waiting).connections(16).payload(new Exponential(100)).wanted(new Fixed(200))
                    .routes(Trial.route("GET", 3), Trial.route("POST", 1)).to(server.address(), 1);
            try (var engine = trial.engine()) {
                engine.open();
                cost(engine, trial, 2);
                // A run costs something once, too: the difference of a long one and a short one is that of the requests.
                var brief = cost(engine, trial, 1);
                var longer = cost(engine, trial, 4);
                assertThat(longer.requests - brief.requests).isGreaterThan(20_000);
                assertThat((double) (longer.bytes - brief.bytes) / (longer.requests - brief.requests)).isLessThan(2);
            }
        }
    }

    private static Cost cost(Engine engine, Trial trial, long seconds) {
        long before = allocated();
        engine.warmUp(RATE, Spacing.POISSON, new WarmUpEnd(EndRule.TIME, seconds * SECOND));
        long bytes = allocated() - before;
        return new Cost(bytes, trial.recorder().drain().get("warmup").count(Counter.INTENDED));
    }

    private static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes() + Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("receiver")).map(Thread::threadId).map(THREADS::getThreadAllocatedBytes)
                .mapToLong(Long::longValue).sum();
    }
}
