package meshadvisor.load.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Raw TCP, over buffers: what comes goes back. */
class EchoServerTest {

    private final EchoServer server = new EchoServer();
    private final ByteBuffer out = ByteBuffer.allocate(Protocol.ROOM);
    private final List<Integer> calls = new ArrayList<>();

    @Test
    void what_came_goes_back_when_it_is_answered() {
        receive("hello");
        assertThat(sent()).isEmpty();
        server.answer(calls.getFirst(), 200, 0, out);
        assertThat(sent()).isEqualTo("hello");
    }

    @Test
    void pieces_go_back_in_the_order_in_which_they_came() {
        receive("one ");
        receive("two ");
        receive("three");
        server.answer(calls.get(2), 200, 0, out);
        server.answer(calls.get(1), 200, 0, out);
        assertThat(sent()).isEmpty();
        server.answer(calls.get(0), 200, 0, out);
        assertThat(sent()).isEqualTo("one two three");
    }

    @Test
    void more_is_kept_than_fits_into_the_buffer() {
        for (int i = 0; i < 5; i++) {
            receive("abcdefgh".repeat(1250));
        }
        calls.forEach(call -> server.answer(call, 200, 0, out));
        StringBuilder all = new StringBuilder(sent());
        while (server.hasMore()) {
            server.more(out);
            all.append(sent());
        }
        assertThat(all).hasToString("abcdefgh".repeat(6250));
    }

    @Test
    void beyond_its_bound_it_reads_no_more() {
        ByteBuffer in = ByteBuffer.wrap(new byte[EchoServer.KEPT + 10]);
        receive(in);
        receive(in);
        assertThat(in.remaining()).isEqualTo(10);
        assertThat(calls).hasSize(1);
        for (int i = 0; i < EchoServer.KEPT; i += Protocol.ROOM) {
            server.answer(calls.getFirst(), 200, 0, out);
            out.clear();
        }
        receive(in);
        assertThat(in.remaining()).isZero();
    }

    @Test
    void beyond_so_many_pieces_it_reads_no_more() {
        ByteBuffer in = ByteBuffer.allocate(EchoServer.PIECES + 1);
        for (int i = 1; i <= EchoServer.PIECES + 1; i++) {
            receive(in.limit(i));
        }
        assertThat(in.remaining()).isEqualTo(1);
        assertThat(calls).hasSize(EchoServer.PIECES);
    }

    private void receive(String text) {
        receive(ByteBuffer.wrap(text.getBytes(US_ASCII)));
    }

    private void receive(ByteBuffer in) {
        server.receive(in, out, (call, wanted, error, health, payload) -> calls.add(call));
    }

    private String sent() {
        String text = new String(out.array(), 0, out.position(), US_ASCII);
        out.clear();
        return text;
    }
}
