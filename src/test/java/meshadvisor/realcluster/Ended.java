package meshadvisor.realcluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that has ended. Shows itself whole where an assertion fails. */
record Ended(int code, String out, String err) {

    private static final int PATIENCE_SECONDS = 300;

    /** Runs a program in this environment and these changes to it, with that text on standard input, and waits for its end. */
    static Ended run(Map<String, String> env, String input, List<String> command) {
        try {
            Path out = Files.createTempFile("realcluster", ".out");
            Path err = Files.createTempFile("realcluster", ".err");
            Path in = Files.createTempFile("realcluster", ".in");
            try {
                Files.writeString(in, input);
                var builder = new ProcessBuilder(command).redirectInput(in.toFile()).redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().putAll(env);
                Process process = builder.start();
                boolean ended = process.waitFor(PATIENCE_SECONDS, SECONDS);
                process.destroyForcibly();
                assertThat(ended).as("%s ended within %s s", command, PATIENCE_SECONDS).isTrue();
                return new Ended(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
                Files.delete(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Standard output of a program that ended well. */
    String good() {
        assertThat(code).as(toString()).isZero();
        return out;
    }
}
