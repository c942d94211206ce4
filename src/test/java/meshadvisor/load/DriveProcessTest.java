package meshadvisor.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import meshadvisor.load.record.RunJson;
import meshadvisor.load.record.RunReport;
import meshadvisor.load.serve.Behaviour;
import meshadvisor.load.serve.Offer;
import meshadvisor.load.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drive as a process of its own, which the system tells to end. */
@Timeout(120)
class DriveProcessTest {

    @TempDir
    Path folder;

    private Process start(Server server, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "meshadvisor.load.Main", "drive", "--run-json",
                folder.resolve("run.json").toString()));
        if (!List.of(arguments).contains("--hlog")) {
            command.addAll(List.of("--hlog", folder.resolve("run.hlog").toString()));
        }
        command.addAll(List.of(arguments));
        command.add("http://127.0.0.1:" + server.address().getPort() + "/");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
    }

    private static Server server() throws IOException {
        return new Server(Offer.of(Behaviour.PLAIN), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143, none", "INT, 130, none", "TERM, 143, 3000s", "INT, 130, auto"})
    void ended_by_a_signal_it_writes_what_it_has(String signal, int code, String warmUp) throws IOException, InterruptedException {
        try (var server = server()) {
            var process = start(server, "--rate", "200", "--duration", "3000s", "--warmup", warmUp, "--warmup-limit", "3000s");
            while (server.tally().requests() < 50 && process.isAlive()) {
                Thread.sleep(10);
            }
            assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor()).isZero();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            var said = Files.readString(folder.resolve("said"), UTF_8);
            assertThat(process.exitValue()).as(said).isEqualTo(code);
            var report = RunJson.read(folder.resolve("run.json"));
            assertThat(report.interrupted()).as(said).isTrue();
            assertThat(report.verdict().because()).anyMatch(reason -> reason.doubt().equals("interrupted"));
            assertThat(report.phases().stream().mapToLong(phase -> phase.counts().completed()).sum()).isGreaterThanOrEqualTo(49);
            assertThat(said).contains("interrupted");
            assertThat(Files.readString(folder.resolve("run.hlog"))).contains("#[Histogram log format version");
        }
    }

    @Test
    void it_ends_by_itself_with_the_code_of_its_verdict() throws IOException, InterruptedException {
        try (var server = server()) {
            var process = start(server, "--rate", "100", "--duration", "500ms", "--warmup", "none");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            RunReport report = RunJson.read(folder.resolve("run.json"));
            assertThat(report.interrupted()).isFalse();
            assertThat(report.measured().getFirst().counts().completed()).isEqualTo(50);
            assertThat(process.exitValue()).isEqualTo(report.verdict().valid() ? 0 : 3);
        }
    }

    @Test
    void killed_it_leaves_no_result_of_a_run_before() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("run.json"), "{}");
        try (var server = server()) {
            var process = start(server, "--rate", "200", "--duration", "3000s", "--warmup", "none");
            while (server.tally().requests() < 1 && process.isAlive()) {
                Thread.sleep(10);
            }
            process.destroyForcibly().waitFor();
            assertThat(folder.resolve("run.json")).doesNotExist();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_log_that_cannot_be_written_costs_neither_the_table_nor_the_result() throws IOException, InterruptedException {
        try (var server = server()) {
            var process = start(server, "--rate", "100", "--duration", "500ms", "--warmup", "none", "--hlog", "/dev/full");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            var said = Files.readString(folder.resolve("said"), UTF_8);
            assertThat(said).contains("completed", "the interval log could not be written whole").doesNotContain("Exception");
            assertThat(process.exitValue()).as(said).isEqualTo(1);
            var report = RunJson.read(folder.resolve("run.json"));
            assertThat(report.measured().getFirst().counts().completed()).isEqualTo(50);
            assertThat(report.hlog()).isEmpty();
        }
    }

    @Test
    void a_mistake_ends_it_with_2() throws IOException, InterruptedException {
        try (var server = server()) {
            var process = start(server, "--rate", "much");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(folder.resolve("run.json")).doesNotExist();
        }
    }
}
