package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program as a process of its own. */
record Spawned(Process process, Path out, Path err) {

    /** Runs it on the class path of the tests with so much memory. */
    static Spawned java(Path folder, Map<String, String> env, String memory, String... args) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + memory,
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "meshadvisor.cli.Meshadvisor"));
        line.addAll(List.of(args));
        return start(folder, env, line);
    }

    static Spawned start(Path folder, Map<String, String> env, List<String> line) throws IOException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(env);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Spawned(process, out, err);
    }

    int exit() throws InterruptedException {
        boolean ended = process.waitFor(40, SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("it ends").isTrue();
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(out, UTF_8) + Files.readString(err, UTF_8);
    }
}
