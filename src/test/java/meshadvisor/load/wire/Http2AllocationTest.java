package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests and answers allocate nothing once the machines have seen as many at a time as there are. */
class Http2AllocationTest {

    private static final int ROUNDS = 4_000;
    private static final int AT_A_TIME = 10;

    @ParameterizedTest
    @EnumSource
    void a_request_and_its_answer_allocate_nothing(CallKind kind) throws WireException {
        var loop = new Http2Loop(new Http2Client(List.of(Http2Pair.ROUTE), kind, 2, 1), AT_A_TIME);
        loop.run(ROUNDS);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        loop.run(ROUNDS);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(loop.answered).isEqualTo(2 * ROUNDS * AT_A_TIME);
        assertThat(allocated).isLessThan(ROUNDS * AT_A_TIME); // a byte each: room for what the virtual machine itself does
    }

    /** A client and a server that talk through buffers in memory. */
    static final class Http2Loop implements Calls, Answers {

        private final ClientProtocol client;
        private final Http2Server server = new Http2Server();
        private final ByteBuffer toServer = ByteBuffer.allocateDirect(1 << 18);
        private final ByteBuffer toClient = ByteBuffer.allocateDirect(1 << 18);
        private final int[] calls;
        private int open;
        int answered;

        Http2Loop(ClientProtocol client, int atATime) {
            this.client = client;
            calls = new int[atATime];
            client.open(toServer);
            server.open(toClient);
        }

        void run(int rounds) throws WireException {
            for (int round = 0; round < rounds; round++) {
                for (int i = 0; i < calls.length; i++) {
                    client.send(i, 0, 100, 1000, toServer);
                }
                server.receive(toServer.flip(), toClient, this);
                toServer.compact();
                while (open > 0) {
                    server.answer(calls[--open], 200, 1000, toClient);
                }
                client.receive(toClient.flip(), toServer, this);
                toClient.compact();
            }
        }

        @Override
        public void arrived(int call, int wanted, int error, boolean health, long payload) {
            calls[open++] = call;
        }

        @Override
        public void answered(int ticket, int status, long bytes) {
            answered++;
        }

        @Override
        public void failed(int ticket, Failure why) {
            throw new AssertionError(why);
        }
    }
}
