package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EchoReaderTest {

    private final EchoReader reader = new EchoReader();

    @ParameterizedTest
    @CsvSource({"0,-1", "1,0", "127,128", "300,70000", "70000,2147483647"})
    void a_message_written_is_read_back_whatever_the_pieces(int payload, int wanted) {
        var body = new Body();
        var bytes = ByteBuffer.allocate(200_000);
        for (int i = 0; i < 2; i++) {
            body.message(payload, wanted);
            while (body.left() > 0) {
                body.put(bytes, (int) Math.min(body.left(), 7));
            }
        }
        bytes.flip();
        int length = bytes.limit() / 2;
        for (int i = 0; i < 2; i++) {
            for (int end = i * length + 1; end < (i + 1) * length; end++) {
                assertThat(reader.read(bytes, end)).isFalse();
                assertThat(reader.isBetween()).isFalse();
            }
            assertThat(reader.read(bytes, bytes.limit())).isTrue();
            assertThat(reader.isBetween()).isTrue();
            assertThat(reader.isBroken()).isFalse();
            assertThat(reader.payload()).isEqualTo(payload);
            assertThat(reader.wanted()).isEqualTo(wanted);
            assertThat(reader.length()).isEqualTo(length);
        }
    }

    @Test
    void fields_unknown_to_us_are_passed_over() {
        assertThat(read("00 0000001a 1805 220161 21 0102030405060708 2d 01020304 9806 01 1007 0a00")).isTrue();
        assertThat(reader.isBroken()).isFalse();
        assertThat(reader.wanted()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "01 00000002 1007", // compressed
            "00 00000002 0a05", // a field longer than its message
            "00 00000002 0bff", // a group
            "00 00000002 0a80", // a length cut off
            "00 0000000b 0affffffffffffffffff7f", // a length beyond all bounds
            "00 00000001 10", // a tag without its value
    })
    void a_message_that_is_none_of_ours_is_noticed_at_its_end(String hex) {
        assertThat(read(hex)).isTrue();
        assertThat(reader.isBroken()).isTrue();
        assertThat(read("00 00000002 1007")).isTrue();
        assertThat(reader.isBroken()).isFalse();
        assertThat(reader.wanted()).isEqualTo(7);
    }

    private boolean read(String hex) {
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
        boolean complete = reader.read(bytes, bytes.limit());
        assertThat(bytes.hasRemaining()).isFalse();
        return complete;
    }
}
