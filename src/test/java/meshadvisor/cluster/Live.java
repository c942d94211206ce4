package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.cli.Meshadvisor;
import meshadvisor.cli.Outside;
import meshadvisor.cli.Terminal;

/** Somebody who assesses a cluster from this process, by a kubeconfig in a temporary folder, and who does not wait for ever. */
final class Live {

    /** Little patience, so that tests are fast; the usual one has a test of its own. */
    static final Patience SHORT = new Patience(4, 20, 100);

    private static final Duration LONGEST = Duration.ofSeconds(40);

    private final Path folder;
    private final Map<String, String> env = new HashMap<>(Map.of("PATH", "/usr/bin:/bin"));
    private String cluster = "";
    private String user = "{token: old-token}";
    private Patience patience = SHORT;

    Live(Path folder) {
        this.folder = folder;
    }

    /** What a command line gave. */
    record Ran(int code, String out, String err, Duration took) {

        /** What the report says, with spaces for all line ends. */
        String report() {
            return out.replaceAll("\\s+", " ");
        }

        Ran sees(String... names) {
            for (String name : names) {
                assertThat(report()).as(err).contains("\"name\": \"" + name + "\"");
            }
            return this;
        }

        Ran exits(int with) {
            assertThat(code).as(err + out).isEqualTo(with);
            return this;
        }

        Ran says(String... words) {
            assertThat(out + err).contains(words);
            return this;
        }
    }

    Live user(String is) {
        user = is;
        return this;
    }

    Live env(String name, String value) {
        env.put(name, value);
        return this;
    }

    Live patience(Patience is) {
        patience = is;
        return this;
    }

    /** The cluster's entry; further fields after the server. */
    Live cluster(String server, String... more) {
        cluster = "{server: \"" + server + "\"" + (more.length == 0 ? "" : ", " + String.join(", ", more)) + "}";
        return this;
    }

    static String trusting(String pem) {
        return "certificate-authority-data: " + Base64.getEncoder().encodeToString(pem.getBytes(UTF_8));
    }

    /** A program beside the kubeconfig, as an exec plugin. */
    Live plugin(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("plugin"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return user("{exec: {apiVersion: client.authentication.k8s.io/v1, command: \"" + file + "\", interactiveMode: Never}}");
    }

    Path kubeconfig() throws IOException {
        Path file = Files.writeString(folder.resolve("config"), """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts: [{name: c, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: %s}]
                users: [{name: u, user: %s}]
                """.formatted(cluster, user));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** {@code assess -o json} with more options. */
    Ran assess(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("assess", "--kubeconfig", kubeconfig().toString(), "-o", "json"));
        args.addAll(List.of(more));
        var out = new StringWriter();
        var err = new StringWriter();
        var outside = new Outside(new Untouched(), new PrintWriter(out), new PrintWriter(err), Clock.systemUTC(), env, Terminal.NONE,
                Outside.USUAL_NAME, patience);
        long begin = System.nanoTime();
        int code = assertTimeoutPreemptively(LONGEST, () -> Meshadvisor.run(args.toArray(String[]::new), outside));
        Ran ran = new Ran(code, out.toString(), err.toString(), Duration.ofNanos(System.nanoTime() - begin));
        assertThat(ran.err()).doesNotContain("\tat ", "old-token", "new-token");
        return ran;
    }

    /** Standard input, which a live assessment has no business with. */
    private static final class Untouched extends InputStream {
        @Override
        public int read() {
            throw new AssertionError("standard input was read");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return read();
        }
    }
}
