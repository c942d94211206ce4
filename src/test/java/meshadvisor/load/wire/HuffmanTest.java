package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuffmanTest {

    @ParameterizedTest
    @CsvSource({"f1e3c2e5f23a6ba0ab90f4ff,www.example.com", "a8eb10649cbf,no-cache", "6402,302", "9d29ad171863c78f0b97c8e9ae82ae43d3,"
            + "https://www.example.com", "'',''"})
    void the_examples_of_the_rfc_are_read(String hex, String text) throws Http2Error {
        assertThat(decode(HexFormat.of().parseHex(hex))).isEqualTo(text);
    }

    @Test
    void codes_of_every_length_are_read() throws Http2Error {
        // From appendix B: '0' 00000, 'A' 100001, 'B' 1011101, '&' 11111000, then bytes of 13, 19, 23, 28 and 30 bits.
        var bits = "00000" + "100001" + "1011101" + "11111000" + "1111111111000" + "1111111111111110000"
                + "11111111111111111011000" + "1111111111111111111111100010" + "111111111111111111111111111100";
        assertThat(decode(pack(bits))).isEqualTo("0AB&\u0000\\\u0001\u0002\n");
    }

    private static byte[] pack(String bits) {
        var padded = bits + "1".repeat((8 - bits.length() % 8) % 8);
        var bytes = new byte[padded.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(padded, 8 * i, 8 * i + 8, 2);
        }
        return bytes;
    }

    private static String decode(byte[] bytes) throws Http2Error {
        var into = new byte[Huffman.most(bytes.length) + 1];
        return new String(into, 0, Huffman.decode(bytes, 0, bytes.length, into), StandardCharsets.ISO_8859_1);
    }
}
