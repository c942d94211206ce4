package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import meshadvisor.cluster.Patience;

/**
 * The world as one value: made in main, replaced in tests.
 *
 * @param out takes data only; UTF-8 whatever the locale
 * @param err takes messages only
 * @param invokedAs the name under which the program was started
 * @param patience with a cluster that does not answer for a moment
 */
public record Outside(InputStream in, PrintWriter out, PrintWriter err, Clock clock, Map<String, String> env, Terminal terminal,
        String invokedAs, Patience patience) {

    /** The name where nobody started the program under another. */
    public static final String USUAL_NAME = "meshadvisor";

    /** With the usual patience. */
    public Outside(InputStream in, PrintWriter out, PrintWriter err, Clock clock, Map<String, String> env, Terminal terminal,
            String invokedAs) {
        this(in, out, err, clock, env, terminal, invokedAs, Patience.USUAL);
    }

    public Outside {
        env = Map.copyOf(env);
    }

    /** The moment that a run is of: SOURCE_DATE_EPOCH, else now. */
    Instant now() {
        String epoch = env.getOrDefault("SOURCE_DATE_EPOCH", "");
        return epoch.matches("\\d{1,12}") ? Instant.ofEpochSecond(Long.parseLong(epoch)) : clock.instant();
    }

    /** The real world of this process. */
    static Outside ofProcess() {
        Map<String, String> env = System.getenv();
        Terminal terminal = Terminal.of(System.getProperty("meshadvisor.terminal", ""), System.getProperty("meshadvisor.columns", ""), env);
        return new Outside(System.in, writer(FileDescriptor.out), writer(FileDescriptor.err), Clock.systemUTC(), env, terminal,
                System.getProperty("meshadvisor.invokedAs", USUAL_NAME));
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), false, UTF_8);
    }
}
