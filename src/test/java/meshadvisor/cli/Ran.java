package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** What came of one command line, run inside this process. Shows itself whole where an assertion fails. */
record Ran(int code, String out, String err) {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-17T12:00:00Z"), ZoneOffset.UTC);

    /** Runs it with nothing on standard input, no environment and no terminal. */
    static Ran cli(String... args) {
        return cliAs(Outside.USUAL_NAME, args);
    }

    static Ran cliAs(String invokedAs, String... args) {
        return run("", invokedAs, args);
    }

    /** Runs it with that text on standard input. */
    static Ran cliWith(String input, String... args) {
        return run(input, Outside.USUAL_NAME, args);
    }

    private static Ran run(String input, String invokedAs, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var outside =
                new Outside(new ByteArrayInputStream(input.getBytes(UTF_8)), new PrintWriter(out), new PrintWriter(err), CLOCK, Map.of(),
                        Terminal.NONE, invokedAs);
        int code = Meshadvisor.run(args, outside);
        return new Ran(code, out.toString(), err.toString());
    }
}
