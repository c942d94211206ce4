package meshadvisor.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {

    private static Optional<String> value(String name) {
        return name.equals("a") ? Optional.of("1") : name.equals("empty") ? Optional.of("") : Optional.empty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${a}                | 1
            x${a}y${a}z         | x1y1z
            ${b}                | ${b}
            ${b:=two}           | two
            ${b:-two}           | two
            ${b=two}            | two
            ${a:=two}           | 1
            ${b:=}x             | x
            ${empty}x           | x
            $${a}               | ${a}
            $$${a}              | $${a}
            $a $(a) { ${} }     | $a $(a) { ${} }
            ${a:1:2} ${a^^}     | ${a:1:2} ${a^^}
            ${1a} ${a-b}        | ${1a} ${a-b}
            ${b:=${a}}          | ${b:=1}
            ${a                 | ${a
            ${b} ${a}           | ${b} 1
            """)
    void values_and_defaults_take_the_place_of_placeholders(String written, String replaced) {
        assertThat(Placeholders.replaced(written, PlaceholdersTest::value)).isEqualTo(replaced);
    }

    @Test
    void bytes_around_them_stay_what_they_are() {
        byte[] content = {(byte) 0xC3, (byte) 0xBC, '$', '{', 'a', '}', (byte) 0xFF};
        assertThat(Placeholders.replaced(content, name -> Optional.of("ü"))).containsExactly(0xC3, 0xBC, 0xC3, 0xBC, 0xFF);
        assertThat(Placeholders.replaced("plain".getBytes(UTF_8), PlaceholdersTest::value)).asString(UTF_8).isEqualTo("plain");
    }

    @ParameterizedTest
    @CsvSource({"${a}, true", "image:${a_B9}, true", "${}, false", "$a, false", "${1}, false", "${ ${a}, true", "'', false"})
    void a_text_has_placeholders_if_one_has_a_name(String text, boolean there) {
        assertThat(Placeholders.in(text)).isEqualTo(there);
    }
}
