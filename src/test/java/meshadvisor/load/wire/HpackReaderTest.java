package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Header compression by the examples of RFC 7541, appendix C, and what must be refused. */
class HpackReaderTest {

    private static final String DATE = "date: Mon, 21 Oct 2013 20:13:21 GMT";
    private static final String LATER = "date: Mon, 21 Oct 2013 20:13:22 GMT";
    private static final String LOCATION = "location: https://www.example.com";
    private static final String COOKIE = "set-cookie: foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1";

    private HpackTable table = new HpackTable(4096);
    private HpackReader reader = new HpackReader(table);

    @Test
    void requests_without_huffman_code_are_read() throws Http2Error {
        assertRequests("828684410f7777772e6578616d706c652e636f6d", "828684be58086e6f2d6361636865",
                "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565");
    }

    @Test
    void requests_with_huffman_code_are_read() throws Http2Error {
        assertRequests("828684418cf1e3c2e5f23a6ba0ab90f4ff", "828684be5886a8eb10649cbf",
                "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf");
    }

    private void assertRequests(String first, String second, String third) throws Http2Error {
        assertThat(read(first)).containsExactly(":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com");
        assertThat(table.size()).isEqualTo(57);
        assertThat(read(second)).containsExactly(":method: GET", ":scheme: http", ":path: /", ":authority: www.example.com",
                "cache-control: no-cache");
        assertThat(table.size()).isEqualTo(110);
        assertThat(read(third)).containsExactly(":method: GET", ":scheme: https", ":path: /index.html",
                ":authority: www.example.com", "custom-key: custom-value");
        assertThat(table.size()).isEqualTo(164);
    }

    @Test
    void answers_drop_the_oldest_entries_of_a_small_table() throws Http2Error {
        assertAnswers("4803333032580770726976617465611d4d6f6e2c203231204f637420323031332032303a31333a323120474d546e1768747470733a2f2f"
                + "7777772e6578616d706c652e636f6d", "4803333037c1c0bf",
                "88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d54c05a04677a69707738666f6f3d4153444a4b48514b425a584f5157454"
                        + "f50495541585157454f49553b206d61782d6167653d333630303b2076657273696f6e3d31");
    }

    @Test
    void answers_with_huffman_code_drop_the_same() throws Http2Error {
        assertAnswers("488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad171863c78f0b97c8e9ae82ae43d3",
                "4883640effc1c0bf",
                "88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7b335dfdfcd5b3960d5af27087f3672c1ab27"
                        + "0fb5291f9587316065c003ed4ee5b1063d5007");
    }

    private void assertAnswers(String first, String second, String third) throws Http2Error {
        announce(256);
        assertThat(read(first)).containsExactly(":status: 302", "cache-control: private", DATE, LOCATION);
        assertThat(table.size()).isEqualTo(222);
        assertThat(read(second)).containsExactly(":status: 307", "cache-control: private", DATE, LOCATION);
        assertThat(table.size()).isEqualTo(222);
        assertThat(read(third)).containsExactly(":status: 200", "cache-control: private", LATER, LOCATION, "content-encoding: gzip",
                COOKIE);
        assertThat(table.size()).isEqualTo(215);
    }

    @Test
    void a_field_never_indexed_is_read_and_not_kept() throws Http2Error {
        assertThat(read("100870617373776f726406736563726574")).containsExactly("password: secret");
        assertThat(table.count()).isZero();
    }

    @Test
    void many_entries_go_round_in_the_table() throws Http2Error {
        for (int i = 0; i < 10_000; i++) {
            read("400161" + "04" + HexFormat.of().toHexDigits((short) i) + "6262"); // a new entry
            var newest = read("be").getFirst();
            assertThat(read("7e" + "026363")).containsExactly("a: cc"); // takes its name from the newest
            assertThat(read("bf")).containsExactly(newest); // and the newest became the second
        }
        assertThat(table.size()).isLessThanOrEqualTo(4096);
    }

    @Test
    void an_entry_may_take_its_name_from_one_that_it_drives_out() throws Http2Error {
        announce(64);
        read("400a637573746f6d2d6b65790c637573746f6d2d76616c7565");
        assertThat(read("7e" + "0d637573746f6d2d76616c756532")).containsExactly("custom-key: custom-value2");
        assertThat(read("be")).containsExactly("custom-key: custom-value2");
        assertThat(table.count()).isEqualTo(1);
    }

    @Test
    void an_entry_larger_than_the_table_empties_it() throws Http2Error {
        announce(40);
        read("400161" + "0162");
        assertThat(table.count()).isEqualTo(1);
        read("400161" + "0c637573746f6d2d76616c7565");
        assertThat(table.count()).isZero();
    }

    @Test
    void a_table_of_no_size_keeps_nothing() throws Http2Error {
        announce(0);
        assertThat(read("20" + "88" + "400161" + "0162")).containsExactly(":status: 200", "a: b");
        assertThatThrownBy(() -> read("be")).isInstanceOf(Http2Error.class);
    }

    @Test
    void a_value_nobody_asks_for_is_skipped() throws Http2Error {
        announce(0);
        assertThat(readOnly("c", "40016103" + "787878" + "00016302" + "7979")).containsExactly("c: yy");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "80", // index 0
            "be", // an entry that no table has
            "ffffffffff0f", // an integer without end
            "0085", // a name longer than the block
            "000161", // no value
            "4001617f", // a length cut off
            "8220", // a table size after a field
            "3fe21f", // a table of 4097 octets
            "00016182ffff", // EOS as padding of more than seven bits
            "0001618100", // padding of zeros
            "00016184ffffffff", // EOS
            "40", // nothing
    })
    void what_breaks_the_rules_is_refused(String block) {
        assertThatThrownBy(() -> read(block)).isInstanceOfSatisfying(Http2Error.class,
                error -> assertThat(error.code()).isEqualTo(Http2Error.COMPRESSION));
    }

    private void announce(int size) {
        table = new HpackTable(size);
        reader = new HpackReader(table);
    }

    private List<String> read(String hex) throws Http2Error {
        return readOnly("", hex);
    }

    private List<String> readOnly(String name, String hex) throws Http2Error {
        var fields = new ArrayList<String>();
        var block = HexFormat.of().parseHex(hex);
        reader.read(block, block.length, new HeaderSink() {
            @Override
            public boolean wants(Octets seen) {
                return seen.toString().contains(name);
            }

            @Override
            public void misnamed() {
                fields.add("misnamed");
            }

            @Override
            public void field(Octets seen, Octets value) {
                fields.add(seen + ": " + value);
            }
        });
        return fields;
    }
}
