package meshadvisor.load.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import meshadvisor.load.agent.Drives.Driven;
import meshadvisor.load.meet.Rendezvous;
import meshadvisor.load.serve.Behaviour;
import meshadvisor.load.serve.Offer;
import meshadvisor.load.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each action against real servers on this machine. */
@Timeout(60)
class ActionsTest {

    private static final Drives NONE = (arguments, folder, measuring) -> new Driven(0, "", List.of());

    @TempDir
    Path folder;

    private final Ending ending = new Ending();

    private FrameLog carryOut(String actions, String url) throws ScriptRefused {
        return carryOut(actions, url, "me");
    }

    private FrameLog carryOut(String actions, String url, String party) throws ScriptRefused {
        var out = new StringWriter();
        var script =
                Script.read("{'apiVersion':'meshadvisor/v1','kind':'AgentScript','actions':[%s]}".formatted(actions).replace("URL", url)
                        .replace('\'', '"'));
        assertThat(new Agent(NONE, new Frames(new PrintWriter(out)), ending, party).run(script)).isTrue();
        var log = FrameLog.read(out.toString());
        assertThat(log.damaged()).isEmpty();
        return log;
    }

    private static String http(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void fetch_keeps_the_lines_that_match() throws IOException, ScriptRefused {
        try (var server = Wire.saying(http("# HELP a\na{x=\"1\"} 5\r\nb 6\n\na 7"))) {
            var page = carryOut("{'do':'fetch','name':'p','url':'URL','keep':'^a','withinSeconds':5}", server.url()).json("p.json");
            assertThat(page).containsEntry("status", 200).containsEntry("lines", List.of("a{x=\"1\"} 5", "a 7")).containsKey("atMillis")
                    .doesNotContainKey("linesLeftOut");
        }
    }

    @Test
    void fetch_takes_a_page_of_5_MB() throws IOException, ScriptRefused {
        var body = "envoy_cluster_upstream_rq_total{cluster_name=\"inbound\"} 12345\nother_metric 1\n".repeat(70_000);
        try (var server = Wire.saying(http(body))) {
            var page = carryOut("{'do':'fetch','name':'p','url':'URL','keep':'^other','withinSeconds':30}", server.url()).json("p.json");
            assertThat((List<?>) page.get("lines")).hasSize(70_000);
            var all = carryOut("{'do':'fetch','name':'p','url':'URL','keep':'','withinSeconds':30}", server.url()).json("p.json");
            assertThat(((List<?>) all.get("lines")).size() + (int) all.get("linesLeftOut")).isEqualTo(140_000);
            assertThat(((List<?>) all.get("lines")).stream().mapToInt(line -> line.toString().length()).sum()).isLessThan(1 << 20);
        }
    }

    @Test
    void fetch_leaves_out_a_line_that_is_too_long_and_says_so() throws IOException, ScriptRefused {
        try (var server = Wire.saying(http("a" + "x".repeat(70_000) + "\na 1\n"))) {
            var page = carryOut("{'do':'fetch','name':'p','url':'URL','keep':'^a','withinSeconds':5}", server.url()).json("p.json");
            assertThat(page).containsEntry("lines", List.of("a 1")).containsEntry("linesLeftOut", 1);
        }
    }

    @Test
    void a_page_that_trickles_or_never_ends_is_given_up_in_time() throws IOException, ScriptRefused {
        try (var endless = new Wire(socket -> {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
            while (true) {
                socket.getOutputStream().write("a 1\n".getBytes(US_ASCII));
                Thread.sleep(10);
            }
        })) {
            long begin = System.nanoTime();
            var page = carryOut("{'do':'fetch','name':'p','url':'URL','keep':'a','withinSeconds':0.5}", endless.url()).json("p.json");
            assertThat(page).extractingByKey("error").asString().contains("did not answer in 0.5 s");
            assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
        }
    }

    @Test
    void a_poll_tells_when_who_answered_and_how_often_nobody_did() throws IOException, ScriptRefused {
        var answered = new AtomicInteger();
        try (var server = new Wire(socket -> {
            socket.getInputStream().read(new byte[4096]);
            int number = answered.incrementAndGet();
            if (number != 2) { // the second is cut without an answer
                socket.getOutputStream().write(http(number == 1 ? "" : "x").getBytes(US_ASCII));
            }
        })) {
            long begin = System.currentTimeMillis();
            var poll = carryOut("{'do':'poll','name':'p','url':'URL','everySeconds':0.1,'forSeconds':0.45,'withinSeconds':2}", server.url())
                    .json("p.json");
            var answers = (List<?>) poll.get("answers");
            assertThat(poll).containsEntry("unanswered", 1);
            assertThat(answers.size()).isBetween(2, 4); // of five moments; a machine that is busy skips some
            assertThat(answers.stream().map(each -> ((List<?>) each).subList(1, 3)).toList().subList(0, 2))
                    .isEqualTo(List.of(List.of(200, 0), List.of(200, 1)));
            assertThat(answers.stream().map(each -> ((Number) ((List<?>) each).getFirst()).longValue())).isSorted()
                    .allMatch(at -> at >= begin && at <= System.currentTimeMillis());
        }
    }

    @Test
    void a_poll_gives_up_what_trickles() throws IOException, ScriptRefused {
        try (var endless = new Wire(socket -> {
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
            while (true) {
                socket.getOutputStream().write('a');
                Thread.sleep(10);
            }
        })) {
            long begin = System.nanoTime();
            var poll = carryOut("{'do':'poll','name':'p','url':'URL','everySeconds':0.1,'forSeconds':0.3,'withinSeconds':0.2}",
                    endless.url()).json("p.json");
            assertThat(poll).containsEntry("answers", List.of()).extractingByKey("unanswered").asString().isIn("1", "2");
            assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
        }
    }

    @Test
    void an_answer_that_says_error_is_a_result_and_none_is_an_error() throws IOException, ScriptRefused {
        try (var server = Wire.saying("HTTP/1.1 503 no\r\nContent-Length: 2\r\n\r\nno"); var mute = new Wire(socket -> {
        })) {
            assertThat(carryOut("{'do':'post','name':'p','url':'URL','withinSeconds':5}", server.url()).json("p.json"))
                    .containsEntry("status", 503).doesNotContainKey("error");
            var log = carryOut("{'do':'post','name':'p','url':'URL','withinSeconds':5},"
                    + "{'do':'fetch','name':'gone','url':'http://127.0.0.1:1/','keep':'','withinSeconds':5},"
                    + "{'do':'fetch','name':'unknown','url':'http://nobody.invalid/','keep':'','withinSeconds':5}", mute.url());
            assertThat(log.json("p.json")).extractingByKey("error").asString().contains("127.0.0.1:");
            assertThat(log.json("gone.json")).containsEntry("error", "127.0.0.1:1 refused the connection");
            assertThat(log.json("unknown.json")).containsEntry("error", "no address is known for nobody.invalid");
            assertThat(log.done()).contains("3 failed");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            485454502f312e312034303320466f7262696464656e0d0a | answered | HTTP/1.1 403 Forbidden
            00000604                                         | answered | bytes 00 00 06 04
            15030300020228                                   | refused  | wants TLS
            ''                                               | refused  | closed the connection without an answer
            """)
    void what_comes_back_without_TLS_decides(String hex, String outcome, String detail) throws IOException, ScriptRefused {
        try (var server = Wire.saying(new String(HexFormat.of().parseHex(hex), ISO_8859_1))) {
            var seen = carryOut("{'do':'refused','name':'r','url':'URL','withinSeconds':5}", server.url()).json("r.json");
            assertThat(seen).containsEntry("outcome", outcome).hasEntrySatisfying("detail",
                    each -> assertThat((String) each).contains(detail));
        }
    }

    @Test
    void silence_reset_and_nobody_are_told_apart() throws IOException, ScriptRefused {
        try (var silent = new Wire(socket -> Thread.sleep(60_000)); var resetting = new Wire(socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        })) {
            var log = carryOut("{'do':'refused','name':'silent','url':'URL','withinSeconds':0.3},{'do':'refused','name':'reset','url':'"
                    + resetting.url()
                    + "','withinSeconds':5},{'do':'refused','name':'nobody','url':'http://127.0.0.1:1/','withinSeconds':5},"
                    + "{'do':'refused','name':'unknown','url':'http://nobody.invalid/x?y=z','withinSeconds':5}", silent.url());
            assertThat(log.json("silent.json")).containsEntry("outcome", "timeout");
            assertThat(log.json("reset.json")).containsEntry("outcome", "refused");
            assertThat(log.json("nobody.json")).containsEntry("outcome", "refused").containsEntry("detail",
                    "127.0.0.1:1 refused the connection");
            assertThat(log.json("unknown.json")).containsEntry("outcome", "unresolved");
            assertThat(log.done()).contains("4 ok");
        }
    }

    @Test
    void the_real_server_answers_without_TLS() throws IOException, ScriptRefused {
        try (var server = new Server(Offer.of(Behaviour.PLAIN), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1)) {
            var seen = carryOut("{'do':'refused','name':'r','url':'http://127.0.0.1:" + server.address().getPort() + "','withinSeconds':5}",
                    "");
            assertThat(seen.json("r.json")).containsEntry("outcome", "answered").containsEntry("detail", "HTTP/1.1 200 OK");
        }
    }

    @Test
    void all_parties_of_a_rendezvous_go_on_together() throws IOException {
        try (var rendezvous = new Rendezvous(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var url = "http://127.0.0.1:" + rendezvous.address().getPort() + "/variant-1";
            var parties = new ArrayList<CompletableFuture<Map<String, Object>>>();
            for (int i = 0; i < 4; i++) {
                var party = "party-" + i;
                parties.add(CompletableFuture.supplyAsync(() -> meet(url, 4, 30, party), task -> Thread.ofPlatform().start(task)));
            }
            assertThat(parties.stream().map(CompletableFuture::join)).allMatch(result -> result.containsKey("waitedMillis")).hasSize(4);
            assertThat(meet(url, 4, 5, "late")).extractingByKey("error").asString().contains("late came", "s late: all 4 had met");
            assertThat(meet(url + "/alone", 1, 5, "one")).containsKey("waitedMillis");
        }
    }

    private Map<String, Object> meet(String url, int parties, int within, String party) {
        try {
            return carryOut("{'do':'rendezvous','name':'start','url':'URL','parties':" + parties + ",'withinSeconds':" + within + "}", url,
                    party).json("start.json");
        } catch (ScriptRefused e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void a_rendezvous_that_comes_up_later_is_waited_for_and_one_that_never_does_is_an_error() throws IOException, InterruptedException {
        int port;
        try (var first = new Rendezvous(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            port = first.address().getPort();
        }
        var url = "http://127.0.0.1:" + port + "/";
        assertThat(meet(url, 1, 1, "me")).extractingByKey("error").asString().contains("nobody let it through in time",
                "refused the connection");
        var early = CompletableFuture.supplyAsync(() -> meet(url, 1, 30, "me"), task -> Thread.ofPlatform().start(task));
        Thread.sleep(500);
        try (var second = new Rendezvous(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            assertThat(early.join()).hasEntrySatisfying("waitedMillis", waited -> assertThat((int) waited).isBetween(300, 20_000));
            assertThat(second.address().getPort()).isEqualTo(port);
        }
    }

    @Test
    void watch_tells_what_the_kernel_counts_and_gaps_for_the_rest() throws IOException, ScriptRefused {
        Files.createDirectories(folder.resolve("proc/self"));
        Files.createDirectories(folder.resolve("proc/pressure"));
        Files.writeString(folder.resolve("proc/stat"),
                "cpu  10 1 20 300 4 0 7 2 1\ncpu0 5 1 10 150 2 0 3 1 0 0\ncpu1 5 0 10 150 2 0 4 1 1 0\nintr 5\n");
        Files.writeString(folder.resolve("proc/meminfo"), "MemTotal:       1000 kB\nMemFree: 1 kB\nMemAvailable:    600 kB\n");
        Files.writeString(folder.resolve("proc/pressure/cpu"), "some avg10=0.00 avg60=0.00 avg300=0.00 total=123\nfull avg10=0 total=9\n");
        Files.write(folder.resolve("proc/self/auxv"),
                ByteBuffer.allocate(48).order(ByteOrder.nativeOrder()).putLong(6).putLong(4096).putLong(17).putLong(250).array());
        var log = carryOut("{'do':'watch','name':'n','everySeconds':0.1,'forSeconds':0.25,'root':'" + folder + "'}", "");
        assertThat(log.results().keySet()).containsExactly("n-0001.json", "n-0002.json", "n-0003.json");
        var sample = log.json("n-0001.json");
        assertThat(sample).containsEntry("clockTicks", 250).containsEntry("cores", 2)
                .containsEntry("memory", Map.of("totalBytes", 1_024_000, "availableBytes", 614_400))
                .containsEntry("pressure", Map.of("cpuSomeTotalMicros", 123));
        assertThat(sample.get("cpu"))
                .isEqualTo(Map.of("user", 10, "nice", 1, "system", 20, "idle", 300, "iowait", 4, "irq", 0, "softirq", 7,
                        "steal", 2, "guest", 1));
        assertThat(((List<?>) sample.get("gaps")).stream().map(gap -> String.valueOf(((Map<?, ?>) gap).get("what"))))
                .containsExactlyInAnyOrder(
                        "CPU time of the node: guestNice", "pressure of the node: some of memory", "pressure of the node: full of memory",
                        "pressure of the node: some of io", "pressure of the node: full of io");
    }

    @Test
    void where_there_is_no_proc_everything_is_a_gap_and_nothing_0() throws ScriptRefused {
        var sample = carryOut("{'do':'watch','name':'n','everySeconds':1,'forSeconds':0,'root':'" + folder + "'}", "").json("n-0001.json");
        assertThat(sample).containsEntry("cpu", Map.of()).containsEntry("memory", Map.of()).containsEntry("pressure", Map.of())
                .doesNotContainKeys("clockTicks", "cores");
        assertThat((List<?>) sample.get("gaps")).hasSize(10);
    }

    @Test
    void told_to_end_it_cuts_short_what_goes_on_and_says_of_the_rest_that_it_was_not_begun() throws ScriptRefused, IOException {
        Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ending.ask();
        });
        try (var silent = new Wire(socket -> Thread.sleep(60_000))) {
            var log = carryOut("{'do':'fetch','name':'f','url':'URL','keep':'','withinSeconds':60},{'do':'say','name':'s'},"
                    + "{'do':'later','afterSeconds':1,'action':{'do':'post','name':'p','url':'URL','withinSeconds':1}},"
                    + "{'do':'drive','name':'d','arguments':[]}", silent.url());
            assertThat(log.json("f.json")).containsEntry("error", "the program was told to end before this was over");
            for (var name : List.of("s.json", "p.json", "d/timeline.json")) {
                assertThat(log.json(name)).as(name).containsEntry("error", "the program was told to end before this began");
            }
            assertThat(log.done()).contains("4 failed");
        }
    }
}
