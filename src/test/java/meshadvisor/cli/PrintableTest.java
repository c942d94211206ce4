package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void what_could_steer_a_terminal_is_shown_instead() {
        assertThat(Printable.of("a\u001b[31mb\u0007\n\u009b\u202ec\u2066")).isEqualTo("a\\x1b[31mb\\x07\\x0a\\x9b\\u202ec\\u2066");
    }

    @Test
    void other_text_stays_as_it_is() {
        assertThat(Printable.of("größer @|bold x|@ 🚀")).isEqualTo("größer @|bold x|@ 🚀");
    }
}
