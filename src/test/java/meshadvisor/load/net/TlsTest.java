package meshadvisor.load.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS between two links: bytes come and go in pieces of any size, and either side may end in the midst of it. */
class TlsTest {

    private static final int LARGE = 1 << 20;
    private static final int AT_ONCE = 64 * 1024;

    @TempDir
    static Path folder;

    private static SSLContext context;

    private final Link client = new Link();
    private final Link server = new Link();

    @BeforeAll
    static void certify() throws IOException {
        var own = Keys.make(folder, "own", "dns:localhost", "EC");
        context = Credentials.context(Optional.of(own.certificates()), Optional.of(own));
    }

    private static SSLEngine engine(String version, boolean asking) {
        var engine = context.createSSLEngine("localhost", 1);
        engine.setUseClientMode(asking);
        var parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {version});
        parameters.setApplicationProtocols(new String[] {"h2"});
        engine.setSSLParameters(parameters);
        return engine;
    }

    private void open(String version, int piece, int room) {
        var wires = Wire.pair(piece, room);
        client.open(wires[0], engine(version, true));
        server.open(wires[1], engine(version, false));
    }

    private void shake() throws IOException {
        boolean done = false;
        for (int turn = 0; turn < 100_000 && !done; turn++) {
            boolean asks = client.shaken();
            done = server.shaken() && asks;
            if (asks && !done) {
                assertThat(client.read()).isZero(); // tickets, for which the server waits
            }
        }
        assertThat(done).as("client %s %s, server %s %s", client.shaken(), client.wantsToWrite(), server.shaken(), server.wantsToWrite())
                .isTrue();
    }

    /** Sends so many bytes, each of which follows from its place, and reads them on the other side. */
    private static void pass(Link from, Link to, int bytes) throws IOException {
        int sent = 0;
        int read = 0;
        for (int turn = 0; turn < 2_000_000 && read < bytes; turn++) {
            while (sent < bytes && from.out().hasRemaining()) {
                from.out().put((byte) (sent++ * 31 >> 3));
            }
            from.flush();
            assertThat(to.read()).isNotNegative();
            for (var in = to.in(); in.hasRemaining(); read++) {
                assertThat(in.get()).isEqualTo((byte) (read * 31 >> 3));
            }
        }
        assertThat(read).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.3,1,5", "TLSv1.3,7,100", "TLSv1.3,1000,1000", "TLSv1.3,100000,100000", "TLSv1.2,1,5", "TLSv1.2,7,100",
            "TLSv1.2,100000,100000"})
    void hands_are_shaken_and_bytes_pass_in_pieces_of_any_size(String version, int piece, int room) throws IOException {
        open(version, piece, room);
        shake();
        assertThat(client.agreed()).isEqualTo("h2");
        int bytes = piece < 1000 ? 20_000 : LARGE;
        pass(client, server, bytes);
        pass(server, client, bytes);
        assertThat(server.received()).isEqualTo(bytes);
        assertThat(server.sent()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void a_record_that_does_not_fit_behind_the_beginning_of_a_unit_finds_room(String version) throws IOException {
        open(version, AT_ONCE, AT_ONCE);
        shake();
        client.read(); // tickets
        fill(server, 16_000);
        assertThat(server.flush()).isTrue();
        fill(server, 16_000);
        assertThat(server.flush()).isTrue();
        assertThat(client.read()).isEqualTo(16_000);
        assertThat(client.holdsMore()).isTrue();
        assertThat(client.read()).isEqualTo(16_000); // nothing of the first was consumed
        assertThat(client.holdsMore()).isFalse();
        assertThat(client.in().remaining()).isEqualTo(32_000);
    }

    @Test
    void a_reader_that_takes_nothing_gets_no_more_and_loses_nothing() throws IOException {
        open("TLSv1.3", AT_ONCE, AT_ONCE);
        shake();
        for (int i = 0; i < 3; i++) {
            fill(server, 16_000);
            server.flush();
        }
        server.close();
        int read = 0;
        for (int i = 0; i < 10; i++) {
            read += client.read();
        }
        assertThat(read).isEqualTo(32_000);
        assertThat(client.holdsMore()).isTrue();
        client.in().position(client.in().limit());
        assertThat(client.read()).isEqualTo(16_000);
        assertThat(client.read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void an_end_in_the_midst_of_an_answer_comes_after_what_was_sent(String version) throws IOException {
        open(version, AT_ONCE, AT_ONCE);
        shake();
        fill(server, 10);
        server.flush();
        server.close();
        assertThat(client.read()).isEqualTo(10);
        assertThat(client.holdsMore()).isTrue();
        assertThat(client.read()).isEqualTo(-1);
        client.close();
    }

    @Test
    void an_end_without_a_goodbye_is_an_end() throws IOException {
        open("TLSv1.3", AT_ONCE, AT_ONCE);
        shake();
        server.channel().close();
        client.read();
        assertThat(client.read()).isEqualTo(-1);
    }

    @Test
    void an_end_in_the_midst_of_the_handshake_is_told() throws IOException {
        open("TLSv1.3", 100, AT_ONCE);
        assertThat(client.shaken()).isFalse();
        server.channel().close();
        assertThatThrownBy(() -> {
            for (int turn = 0; turn < 100; turn++) {
                client.shaken();
            }
        }).isInstanceOf(SSLException.class).hasMessageContaining("in the midst of the handshake");
    }

    @Test
    void what_waits_for_the_socket_is_told_as_waiting() throws IOException {
        open("TLSv1.3", AT_ONCE, 50);
        assertThat(client.shaken()).isFalse();
        assertThat(client.wantsToWrite()).isTrue();
        shake();
        fill(client, 1_000);
        assertThat(client.flush()).isFalse();
        assertThat(client.wantsToWrite()).isTrue();
        assertThat(client.sent()).isEqualTo(1_000);
    }

    @Test
    void buffers_are_those_of_the_connection_before() throws IOException {
        open("TLSv1.3", AT_ONCE, AT_ONCE);
        shake();
        var in = client.in();
        var out = client.out();
        open("TLSv1.2", AT_ONCE, AT_ONCE);
        shake();
        pass(server, client, 100);
        assertThat(client.in()).isSameAs(in);
        assertThat(client.out()).isSameAs(out);
        assertThat(in.capacity() + out.capacity()).isLessThanOrEqualTo(33 * 1024);
    }

    @Test
    void a_rest_takes_memory_only_for_what_it_keeps() {
        var rest = new Rest();
        assertThat(rest.capacity()).isZero();
        rest.add(ByteBuffer.wrap(new byte[] {1, 2}));
        rest.add(ByteBuffer.wrap(new byte[] {3}));
        assertThat(rest.size()).isEqualTo(3);
        assertThat(rest.capacity()).isEqualTo(1024);
        var all = ByteBuffer.allocate(10);
        rest.moveTo(all);
        assertThat(all.flip()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(rest.size()).isZero();
        rest.add(ByteBuffer.allocate(1_025));
        assertThat(rest.capacity()).isEqualTo(2_048);
    }

    private static void fill(Link link, int bytes) {
        link.out().put(new byte[bytes]);
    }
}
