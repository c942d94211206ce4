package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ColorTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # wish,  terminals, environment,              stdout in colour
            AUTO,    OUT,       TERM=xterm,               true
            AUTO,    OUT ERR,   '',                       true
            AUTO,    ERR,       TERM=xterm,               false
            AUTO,    IN,        TERM=xterm,               false
            AUTO,    OUT,       TERM=dumb,                false
            AUTO,    OUT,       NO_COLOR=1,               false
            AUTO,    OUT,       NO_COLOR=,                true
            ALWAYS,  '',        NO_COLOR=1 TERM=dumb,     true
            NEVER,   OUT,       TERM=xterm,               false
            """)
    void a_wish_goes_before_the_environment_and_the_environment_before_the_terminal(Color wish, String terminals, String env,
            boolean colour) {
        assertThat(wish.on(Stream.OUT, outside(terminals, env))).isEqualTo(colour);
    }

    @ParameterizedTest
    @CsvSource({"--color=always, true", "--color=AUTO, false", "--color=never, false", "--no-color, false",
            "--color=always --no-color, false"})
    void options_say_the_wish(String options, boolean colour) {
        var parsed = new ColorOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("color", CommandLine.Model.CommandSpec.forAnnotatedObject(parsed)))
                .setCaseInsensitiveEnumValuesAllowed(true).parseArgs(options.split(" "));
        assertThat(parsed.on(Stream.OUT, outside("", ""))).isEqualTo(colour);
    }

    @Test
    void a_wish_reads_as_it_is_typed() {
        assertThat(Arrays.stream(Color.values()).map(Color::toString)).containsExactly("auto", "always", "never");
    }

    private static Outside outside(String terminals, String env) {
        Set<Stream> streams = words(terminals).map(Stream::valueOf).collect(Collectors.toSet());
        Map<String, String> variables = words(env).map(v -> v.split("=", 2)).collect(Collectors.toMap(v -> v[0], v -> v[1]));
        var nobody = new PrintWriter(Writer.nullWriter());
        return new Outside(InputStream.nullInputStream(), nobody, nobody, Ran.CLOCK, variables, new Terminal(streams, 80),
                Outside.USUAL_NAME);
    }

    private static java.util.stream.Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty());
    }
}
