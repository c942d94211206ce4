package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

    @Test
    void each_stream_is_judged_by_itself() {
        assertThat(Terminal.of("in,err", "", Map.of()).streams()).containsExactlyInAnyOrder(Stream.IN, Stream.ERR);
        assertThat(Terminal.of("", "", Map.of())).isEqualTo(Terminal.NONE);
        assertThat(Terminal.of(",out", "", Map.of()).streams()).containsExactly(Stream.OUT);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # terminal, COLUMNS, width
            120,        '',      120
            120,        100,     100
            '',         100,     100
            '',         '',      80
            0,          '',      80
            120,        0,       120
            120,        wide,    120
            -5,         -5,      80
            3,          '',      40
            99999,      '',      500
            999999999999999, '', 80
            """)
    void the_width_is_what_somebody_says_within_reason(String terminal, String columns, int width) {
        assertThat(Terminal.of("out", terminal, Map.of("COLUMNS", columns)).width()).isEqualTo(width);
    }
}
