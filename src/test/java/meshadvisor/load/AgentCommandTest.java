package meshadvisor.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.load.agent.FrameLog;
import meshadvisor.load.record.RunJson;
import meshadvisor.load.serve.Behaviour;
import meshadvisor.load.serve.Offer;
import meshadvisor.load.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The agent as a command: drives, one after the other in one process, and what is wrong on its command line. */
@Timeout(120)
class AgentCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int agent(String... arguments) {
        var all = Stream.concat(Stream.of("agent"), Stream.of(arguments)).toArray(String[]::new);
        return Main.run(all, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private FrameLog carryOut(Server server, String actions) {
        var url = "http://127.0.0.1:" + server.address().getPort() + "/";
        int code = agent("--script", "{'apiVersion':'meshadvisor/v1','kind':'AgentScript','actions':[%s]}".formatted(actions)
                .replace('\'', '"').replace("URL", url));
        assertThat(code).as(err.toString()).isZero();
        var log = FrameLog.read(out.toString());
        assertThat(log.damaged()).isEmpty();
        return log;
    }

    private static Server server() throws IOException {
        return new Server(Offer.of(Behaviour.PLAIN), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    @Test
    void several_drives_each_tell_result_log_and_timeline() throws IOException {
        try (var server = server()) {
            long before = System.currentTimeMillis();
            var log = carryOut(server, """
                    {'do':'drive','name':'one','arguments':['--rate','200','--duration','500ms','--warmup','200ms','URL']},
                    {'do':'drive','name':'two','arguments':['--steps','100:300ms,200:300ms','--warmup','none','URL']}""");
            assertThat(log.done()).contains("8 ok");
            assertThat(log.results().keySet()).containsExactly("one/measuring.json", "one/run.json", "one/run.hlog", "one/timeline.json",
                    "two/measuring.json", "two/run.json", "two/run.hlog", "two/timeline.json");
            var one = RunJson.read(Files.write(folder.resolve("run.json"), log.results().get("one/run.json")));
            assertThat(one.measured().getFirst().counts().completed()).isEqualTo(100);
            assertThat(one.hlog()).contains("run.hlog");
            assertThat(log.text("one/run.hlog")).contains("#[Histogram log format version");
            var phases = phases(log, "one");
            assertThat(phases).extracting(phase -> phase.get("name")).containsExactly("warmup", "measured");
            assertThat(phases.getFirst()).hasEntrySatisfying("fromMillis",
                    from -> assertThat((long) from).isBetween(before, before + 10_000));
            assertThat(length(phases.get(0))).isBetween(200L, 10_000L);
            assertThat(length(phases.get(1))).isEqualTo(500);
            assertThat(phases(log, "two")).extracting(phase -> phase.get("name")).containsExactly("warmup", "step-1", "step-2");
            assertThat(err.toString()).contains("latency", "completed");
        }
    }

    private static List<Map<String, Object>> phases(FrameLog log, String name) {
        return ((List<?>) log.json(name + "/timeline.json").get("phases")).stream().map(AgentCommandTest::fields).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object tree) {
        return (Map<String, Object>) tree;
    }

    private static long length(Map<String, Object> phase) {
        return (long) phase.get("toMillis") - (long) phase.get("fromMillis");
    }

    @Test
    void a_drive_that_cannot_be_says_why_and_is_not_the_end() throws IOException {
        try (var server = server()) {
            var log = carryOut(server, """
                    {'do':'drive','name':'bad','arguments':['--rate','much','http://10.0.0.1/']},
                    {'do':'say','name':'clock'}""");
            assertThat(log.json("bad/timeline.json")).containsEntry("exit", 2).containsEntry("phases", List.of())
                    .hasEntrySatisfying("said", said -> assertThat((String) said).contains("--rate: much", "--i-may-load 10.0.0.1"));
            assertThat(log.json("clock.json")).containsKey("atMillis");
            assertThat(log.done()).contains("2 failed");
        }
    }

    @Test
    void a_request_in_the_background_is_made_while_the_drive_measures() throws IOException {
        try (var server = server()) {
            var log = carryOut(server, """
                    {'do':'later','afterSeconds':0.2,'action':{'do':'fetch','name':'page','url':'URL','keep':'','withinSeconds':5}},
                    {'do':'later','afterSeconds':0.8,'action':{'do':'refused','name':'plain','url':'URL','withinSeconds':5}},
                    {'do':'drive','name':'one','arguments':['--rate','100','--duration','500ms','--warmup','none','URL']}""");
            long measured = (long) phases(log, "one").getLast().get("fromMillis");
            assertThat(log.json("page.json")).containsEntry("status", 200);
            assertThat((long) log.json("page.json").get("atMillis") - measured).isBetween(150L, 5_000L);
            assertThat(log.json("plain.json")).containsEntry("outcome", "answered");
            assertThat((long) log.json("plain.json").get("atMillis") - measured).isBetween(750L, 5_000L);
        }
    }

    @Test
    void what_waits_for_a_drive_that_fails_is_told_as_not_begun() throws IOException {
        try (var server = server()) {
            var log = carryOut(server, """
                    {'do':'later','afterSeconds':0,'action':{'do':'post','name':'quit','url':'URL','withinSeconds':5}},
                    {'do':'drive','name':'bad','arguments':['URL']}""");
            assertThat(log.json("quit.json")).extractingByKey("error").asString().contains("no drive came to what it measures");
        }
    }

    @Test
    void thirty_drives_leave_neither_threads_nor_files() throws IOException {
        try (var server = server()) {
            var drives = Stream.iterate(1, i -> i + 1).limit(30)
                    .map(i -> "{'do':'drive','name':'d" + i + "','arguments':['--rate','500','--duration','50ms','--warmup','none','URL']}")
                    .toList();
            carryOut(server, String.join(",", drives.subList(0, 2)));
            out.getBuffer().setLength(0);
            var files = leftOver();
            long threads = Thread.getAllStackTraces().size();
            var log = carryOut(server, String.join(",", drives));
            assertThat(log.results()).hasSize(120);
            assertThat(Thread.getAllStackTraces().keySet()).as("threads").hasSizeLessThanOrEqualTo((int) threads + 1);
            assertThat(leftOver()).isEqualTo(files);
        }
    }

    private static List<Path> leftOver() throws IOException {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("load-generator-drive")).toList();
        }
    }

    @Test
    void a_script_is_read_from_a_file() throws IOException {
        var file = Files.writeString(folder.resolve("script.json"), """
                {"apiVersion":"meshadvisor/v1","kind":"AgentScript","actions":[{"do":"say","name":"clock"}]}""");
        assertThat(agent("--script", "@" + file)).isZero();
        assertThat(FrameLog.read(out.toString()).results()).containsOnlyKeys("clock.json");
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertThat(agent("--script", "{\"apiVersion\":\"meshadvisor/v1\",\"actions\":7}", "--bad")).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly("load-generator agent: unknown option --bad",
                "load-generator agent: --script: kind: is missing", "load-generator agent: --script: actions: is not a list",
                "Run 'load-generator agent --help' to see what it takes.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_script_that_is_not_there_is_a_mistake() {
        assertThat(agent("--script", "@" + folder.resolve("absent"))).isEqualTo(2);
        assertThat(agent()).isEqualTo(2);
        assertThat(err.toString()).contains("--script: " + folder.resolve("absent") + " cannot be read: there is no such file",
                "--script is missing");
    }
}
