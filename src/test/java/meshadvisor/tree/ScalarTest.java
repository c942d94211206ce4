package meshadvisor.tree;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.tree.Scalar.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single values mean, and which of them another reader takes differently. */
class ScalarTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            STRING,   text a-b 1.2.3 v1 100m 64Mi 2001-12-14 1e 1e+ .e5 -- -a . .. + 0x 0o8 0xg 1_000 12:30 nul nULL truE yes off =
            STRING,   1e999 1234e5678 ~x Nullable TRUEish 0b1 ١٢ 8080/TCP .infinite -.infx .Nan -.nan
            INTEGER,  0 7 007 010 -1 +12 0o17 0xFf 18446744073709551616
            FLOAT,    1.5 .5 1. -0.0 +1e3 1e-7 6.02E+23 1.e2
            BOOLEAN,  true True TRUE false False FALSE
            NULL,     ~ null Null NULL
            """)
    void a_plain_scalar_means_what_the_core_schema_says(Kind kind, String written) {
        for (String text : written.split(" ")) {
            Node value = Reading.of("value: " + text).root().get("value");
            assertThat(((Scalar) value).kind()).as(text).isEqualTo(kind);
            assertThat(value.text()).isEqualTo(kind == Kind.NULL ? "" : text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'12'", "\"true\"", "|\n  null\n", ">-\n  1.5\n", "!!str 12", "! 12", "!!binary 12", "!!str .inf"})
    void what_is_quoted_blocked_or_tagged_as_text_is_a_string(String written) {
        assertThat(((Scalar) Reading.of("value: " + written).root().get("value")).kind()).isEqualTo(Kind.STRING);
    }

    @ParameterizedTest
    @CsvSource({"!!int '12', INTEGER", "!!float 12, FLOAT", "!!bool \"true\", BOOLEAN", "!!null '', NULL"})
    void a_core_tag_decides(String written, Kind kind) {
        assertThat(((Scalar) Reading.of("value: " + written).root().get("value")).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!int abc", "!!bool 1", "!!float x", "!!null 0"})
    void a_value_that_contradicts_its_tag_is_refused(String written) {
        assertThat(Reading.of("value: " + written).refusal(Problem.Kind.UNREADABLE).column()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "y", "Y", "n", "N", "010", "-07", "0o10",
            "1_000", "0_7", "12:30", "1:20:59", "12:30:45.5", "+1:30"})
    void a_value_that_yaml_1_1_takes_differently_is_suspicious_without_quotes(String text) {
        assertThat(suspicious(text)).isTrue();
        assertThat(suspicious("'" + text + "'")).isFalse();
        assertThat(suspicious("|\n  " + text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "true", "false", "~", "yEs", "nope", "only", "offline", "0", "10", "-1", "0x10", "08", "019", "1.0", "a_b", "12:75", "12:3x",
            "1:2:345",
            "10.0.0.1", "8080:80", "v1_2", "2001-12-14", "a:b", "_1", "1_", ":30", "-x", "+"})
    void other_values_are_not_suspicious(String text) {
        assertThat(suspicious(text)).isFalse();
    }

    @Test
    void a_scalar_remembers_whether_it_was_plain() {
        Node root = Reading.of("a: x\nb: 'x'\nc: |\n  x\n").root();
        assertThat(root.get("a")).isEqualTo(new Scalar("x", Kind.STRING, 1, 4, true));
        assertThat(root.get("b")).isEqualTo(new Scalar("x", Kind.STRING, 2, 4, false));
        assertThat(root.get("c")).isEqualTo(new Scalar("x\n", Kind.STRING, 3, 4, false));
    }

    private static boolean suspicious(String written) {
        return Yaml11.suspicious((Scalar) Reading.of("value: " + written).root().get("value"));
    }
}
