package meshadvisor.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import meshadvisor.load.agent.FrameLog;
import meshadvisor.load.record.RunJson;
import meshadvisor.load.serve.Behaviour;
import meshadvisor.load.serve.Offer;
import meshadvisor.load.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent as a process of its own, which the system tells to end, as Kubernetes does. */
@Timeout(120)
class AgentProcessTest {

    @TempDir
    Path folder;

    private Process start(Server server, String actions) throws IOException {
        var script = "{'apiVersion':'meshadvisor/v1','kind':'AgentScript','actions':[%s]}".formatted(actions)
                .replace("URL", "http://127.0.0.1:" + server.address().getPort() + "/").replace('\'', '"');
        var command =
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp",
                        System.getProperty("java.class.path"), "meshadvisor.load.Main", "agent", "--script", script);
        return new ProcessBuilder(command).redirectOutput(folder.resolve("log").toFile()).redirectError(folder.resolve("said").toFile())
                .start();
    }

    private static Server server() throws IOException {
        return new Server(Offer.of(Behaviour.PLAIN), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    private FrameLog end(Process process, String signal, int code) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor()).isZero();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var said = Files.readString(folder.resolve("said"));
        assertThat(process.exitValue()).as(said).isEqualTo(code);
        assertThat(said).doesNotContain("Exception");
        var log = FrameLog.read(Files.readString(folder.resolve("log")));
        assertThat(log.damaged()).isEmpty();
        return log;
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143, none", "INT, 130, 3000s"})
    void told_to_end_in_mid_drive_it_tells_what_was_driven_and_closes_its_log(String signal, int code, String warmUp)
            throws IOException, InterruptedException {
        try (var server = server()) {
            var process = start(server, """
                    {'do':'drive','name':'first','arguments':['--rate','500','--duration','100ms','--warmup','none','URL']},
                    {'do':'drive','name':'second','arguments':['--rate','200','--duration','3000s','--warmup','%s','URL']},
                    {'do':'drive','name':'third','arguments':['--rate','200','--duration','3000s','URL']},
                    {'do':'say','name':'clock'}""".formatted(warmUp));
            while (server.tally().requests() < 150 && process.isAlive()) {
                Thread.sleep(10);
            }
            var log = end(process, signal, code);
            var report = RunJson.read(Files.write(folder.resolve("run.json"), log.results().get("second/run.json")));
            assertThat(report.interrupted()).isTrue();
            assertThat(report.phases().stream().mapToLong(phase -> phase.counts().completed()).sum()).isGreaterThanOrEqualTo(90);
            assertThat(log.text("second/run.hlog")).contains("#[Histogram log format version");
            assertThat(log.json("second/timeline.json")).containsKey("phases");
            assertThat(log.json("third/timeline.json")).containsEntry("error", "the program was told to end before this began");
            assertThat(log.json("clock.json")).containsEntry("error", "the program was told to end before this began");
            assertThat(log.results().keySet()).contains("first/measuring.json", "first/run.json", "first/run.hlog", "first/timeline.json");
            assertThat(log.done()).contains(log.results().size() + " failed");
        }
    }

    @Test
    void told_to_end_a_watch_ends_at_once() throws IOException, InterruptedException {
        try (var server = server()) {
            var process = start(server, "{'do':'watch','name':'node','everySeconds':0.1,'forSeconds':3000}");
            while (!Files.readString(folder.resolve("log")).contains("node-0003.json end") && process.isAlive()) {
                Thread.sleep(20);
            }
            var log = end(process, "TERM", 143);
            assertThat(log.results()).containsKeys("node-0001.json", "node-0002.json", "node-0003.json");
            assertThat(log.done()).contains(log.results().size() + " ok");
        }
    }

    @Test
    void a_script_that_cannot_be_read_ends_it_with_2_and_no_frame() throws IOException, InterruptedException {
        try (var server = server()) {
            var process = start(server, "{'do':'dance'}");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(folder.resolve("log")).isEmptyFile();
            assertThat(folder.resolve("said")).content().contains("--script: actions[0].do: \"dance\" is not among rendezvous, fetch");
        }
    }
}
