package meshadvisor.load.drive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
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

    /**
     * In a process of its own, in which small numbers are boxed before the run: the selector of the JDK looks up each ready connection
     * by the boxed number of its file, which is 16 bytes where that is above 127. Nothing of ours may hide behind it.
     */
    @ParameterizedTest
    @EnumSource(Waiting.class)
    void a_request_allocates_nothing_once_it_is_warm(Waiting waiting) throws IOException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:AutoBoxCacheMax=65536",
                "-Xmx256m", "-cp", System.getProperty("java.class.path"), AllocationTest.class.getName(), waiting.name())
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(said).matches("[-0-9.E]+ bytes per request\\R");
        assertThat(Double.parseDouble(said.split(" ")[0])).isLessThan(2);
    }

    /** Prints what a request costs. A run costs something once, too: the difference of a long one and a short one is that of requests. */
    public static void main(String[] arguments) throws IOException {
        var offer = Offer.of(new Behaviour(new Fixed(0), new Fixed(100), 0, 1));
        try (var server = new Server(offer, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1)) {
            var trial = new Trial().waiting(Waiting.valueOf(arguments[0])).connections(16).payload(new Exponential(100))
                    .wanted(new Fixed(200)).routes(Trial.route("GET", 3), Trial.route("POST", 1)).to(server.address(), 1);
            try (var engine = trial.engine()) {
                engine.open();
                cost(engine, trial, 2);
                var brief = cost(engine, trial, 1);
                var longer = cost(engine, trial, 4);
                System.out.println((double) (longer.bytes - brief.bytes) / (longer.requests - brief.requests) + " bytes per request");
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
