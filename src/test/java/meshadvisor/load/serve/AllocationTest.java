package meshadvisor.load.serve;

import static meshadvisor.load.serve.Client.GET;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import meshadvisor.load.schedule.Distribution.Exponential;
import meshadvisor.load.schedule.Distribution.Fixed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a request costs in memory: nothing. */
class AllocationTest {

    private static final int REQUESTS = 20_000;

    @Test
    void a_request_allocates_nothing() throws IOException {
        assertThat(allocatedByEach(Offer.of(new Behaviour(new Fixed(0), new Fixed(100), 0.01, 1)))).isLessThan(1);
    }

    @Test
    void a_request_with_a_service_time_allocates_nothing() throws IOException {
        assertThat(allocatedByEach(Offer.of(new Behaviour(new Exponential(20_000), new Fixed(100), 0, 1)))).isLessThan(1);
    }

    @ParameterizedTest
    @EnumSource(Onward.Version.class)
    void a_request_with_calls_onward_allocates_nothing(Onward.Version version) throws IOException {
        try (var next = Client.serve(Offer.of(Behaviour.PLAIN))) {
            var onward = new Onward(List.of(new Onward.Place(URI.create("http://127.0.0.1"), next.address())), 2, version);
            assertThat(allocatedByEach(new Offer(Spoken.HTTP, Behaviour.PLAIN, onward, Bounds.USUAL, Idle.PARK, Optional.empty())))
                    .isLessThan(1);
        }
    }

    /** Bytes that the serving thread allocates for each request once it is warm. */
    private static double allocatedByEach(Offer offer) throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var server = Client.serve(offer); var client = Client.of(server)) {
            ask(client, REQUESTS);
            long serving = server.threadIds().getFirst();
            long before = threads.getThreadAllocatedBytes(serving);
            ask(client, REQUESTS);
            return (double) (threads.getThreadAllocatedBytes(serving) - before) / REQUESTS;
        }
    }

    private static void ask(Client client, int times) throws IOException {
        for (int i = 0; i < times; i += 8) {
            client.say(GET.repeat(8));
            for (int each = 0; each < 8; each++) {
                assertThat(client.answer().status()).isPositive();
            }
        }
    }
}
