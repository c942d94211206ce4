package meshadvisor.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.load.record.RunJson;
import meshadvisor.load.record.RunReport;
import meshadvisor.load.record.RunReport.Loop;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.serve.Behaviour;
import meshadvisor.load.serve.Offer;
import meshadvisor.load.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of drive: what it refuses and says, and what comes of each kind of load. */
@Timeout(120)
class DriveCommandTest {

    private static final String URL = "http://127.0.0.1:1/";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int drive(String... arguments) {
        var all = new ArrayList<>(List.of("drive"));
        all.addAll(List.of(arguments));
        return Main.run(all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private RunReport run(Server server, String... arguments) throws IOException {
        var json = folder.resolve("run.json");
        var all = new ArrayList<>(List.of("--warmup", "none", "--run-json", json.toString()));
        all.addAll(List.of(arguments));
        all.add("http://127.0.0.1:" + server.address().getPort() + "/");
        int code = drive(all.toArray(String[]::new));
        var report = RunJson.read(json);
        assertThat(code).as(err.toString()).isEqualTo(report.verdict().valid() ? 0 : DriveCommand.NOT_VALID);
        assertThat(report.interrupted()).isFalse();
        return report;
    }

    private static Server server() throws IOException {
        return new Server(Offer.of(new Behaviour(new Fixed(0), new Fixed(10), 0, 1)),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    @Test
    void all_mistakes_are_told_at_once() {
        int code = drive("--rate", "0", "--duration", "2x", "--arrivals", "never", "--connections", "0", "--max-in-flight", "many",
                "--timeout", "2m", "--method", "get", "--header", "no", "--header", "Content-Length: 1", "--payload", "big",
                "--response-size", "uniform(2,1)", "--warmup", "long", "--warmup-limit", "0s", "--quantile", "p42", "--cert", "x",
                "--allow", folder.resolve("absent").toString(), "--wait", "sit", "--seed", "x", "--hlog", "y", "--bad",
                "http://10.0.0.1/", "ftp://a/", "http://127.0.0.1:0/", "http://127.0.0.1/#weight=0", "http://me:secret@127.0.0.1/");
        assertThat(code).isEqualTo(2);
        for (var sentence : List.of("unknown option --bad", "--rate: 0 is not a rate above 0", "--duration: \"2x\" is not a time",
                "--arrivals: \"never\" is neither", "--connections: 0 is not from 1 to 1000",
                "--max-in-flight: \"many\" is not a whole number",
                "--timeout: 2m is more than 60s", "--method: \"get\" is not a method", "--header: \"no\" is not like",
                "--header: \"Content-Length: 1\" follows from --payload", "--payload: \"big\" is not a size",
                "--response-size: \"uniform(2,1)\" begins above its end", "--warmup: \"long\" is not a time", "--warmup-limit: 0s is not",
                "--quantile: \"p42\" is not told", "--cert and --key need each other", "--cacert, --cert and --key are for https://",
                "--allow: ", "--wait: \"sit\" is none of", "--seed: \"x\" is not a whole number", "--hlog is told by --run-json",
                "10.0.0.1 is 10.0.0.1, which is neither loopback nor link-local; if you may load it, say --i-may-load 10.0.0.1",
                "ftp://a/: must begin with http://", "http://127.0.0.1:0/: has no port that can be", "ends with #weight=0",
                "user and password do not belong into a URL")) {
            assertThat(err.toString()).contains(sentence);
        }
        assertThat(err.toString().lines()).allMatch(line -> line.startsWith("load-generator drive: ") || line.startsWith("Run '"));
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "--concurrency 2 --rate 3 | give one of --rate, --concurrency, --steps, --ramp and --find-knee",
            "--connections 2 | give one of --rate",
            "--find-knee | --find-knee and --objective need each other",
            "--rate 1 --objective p99<1ms | --find-knee and --objective need each other",
            "--find-knee --objective fast | --objective: 'fast' is not like p99<10ms",
            "--find-knee --objective p50<fast | --objective: 'fast' is not a time",
            "--find-knee --objective p51<1ms | --objective: 'p51' is not told",
            "--steps 100:1s,200 | --steps: '200' is not a rate and a time like 1000:30s",
            "--steps 100:1s,x:2s | --steps: x is not a rate",
            "--steps 100:1000m,100:1000m | --steps: more than 24 hours in all",
            "--ramp 1-5:3s | --ramp: '1-5:3s' is not like 100..5000:60s",
            "--ramp 1..200000:3s | --ramp: 200000 is not a rate above 0 and up to 100000 per second",
            "--rate NaN | --rate: NaN is not a rate",
            "--rate abc | --rate: abc is not a rate",
            "--rate 1 --duration 25h | --duration: '25h' is not a time",
            "--rate 1 --duration 1441m | --duration: 1441m is not a time above 0 and up to 24 hours",
            "--concurrency 70000 | --concurrency: 70000 is not from 1 to 65536",
            "--rate 1 --protocol smtp | --protocol: 'smtp' is not known; known are http1, http1-close, h2, grpc, grpc-stream, tcp",
            "--rate 1 --protocol tcp | tcp:// and --protocol tcp need each other"})
    void a_mistake_of_load_is_told(String options, String sentence) {
        var all = new ArrayList<>(List.of(options.split(" ")));
        all.add(URL);
        assertThat(drive(all.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString().replace('"', '\'')).contains(sentence);
    }

    @Test
    void a_command_line_without_anything_says_what_is_missing() {
        assertThat(drive()).isEqualTo(2);
        assertThat(err.toString()).contains("a URL is missing", "give one of --rate");
    }

    @Test
    void other_hosts_are_loaded_only_by_leave() throws IOException {
        var allow = Files.writeString(folder.resolve("allow"), "# bench\n\n 10.0.0.2 \n");
        assertThat(drive("--rate", "1", "--bad", "--i-may-load", "10.0.0.1", "--allow", allow.toString(), "http://10.0.0.1/",
                "http://10.0.0.2/", "http://10.0.0.3/", "http://[::1]:1/", "http://169.254.1.1/")).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> line.contains("--i-may-load"))).singleElement().asString()
                .contains("10.0.0.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü/€", "?q=ü"})
    void a_long_url_is_refused_and_other_letters_are_encoded(String path) {
        assertThat(TargetUrl.parse("http://127.0.0.1/" + path).path())
                .isEqualTo("/" + path.replace("ü", "%C3%BC").replace("€", "%E2%82%AC"));
        assertThat(drive("--rate", "1", "http://127.0.0.1/" + path.repeat(2_001))).isEqualTo(2);
        assertThat(err.toString()).contains("is longer than 2000 characters");
    }

    @Test
    void the_longest_heads_that_are_accepted_can_be_sent() throws IOException {
        try (var server = server()) {
            var headers = new ArrayList<>(List.of("--rate", "100", "--duration", "100ms"));
            for (int i = 0; i < 650; i++) {
                headers.addAll(List.of("--header", "a:"));
            }
            var json = folder.resolve("long.json");
            headers.addAll(List.of("--warmup", "none", "--run-json", json.toString(),
                    "http://127.0.0.1:" + server.address().getPort() + "/" + "x".repeat(1_970)));
            for (var protocol : List.of("http1", "h2")) {
                var all = new ArrayList<>(headers);
                all.addAll(List.of("--protocol", protocol));
                drive(all.toArray(String[]::new));
                assertThat(RunJson.read(json).phases().getLast().counts().sent()).as(err.toString()).isEqualTo(10);
            }
        }
    }

    @Test
    void a_rate_gives_one_measured_phase_a_table_and_both_files() throws IOException {
        try (var server = server()) {
            var hlog = folder.resolve("run.hlog");
            var report = run(server, "--rate", "200", "--duration", "1s", "--hlog", hlog.toString(), "--quantile", "p50");
            var measured = report.measured().getFirst();
            assertThat(measured.counts().intended()).isEqualTo(200);
            assertThat(measured.counts().completed()).isEqualTo(200);
            assertThat(report.plan().loop()).isEqualTo(Loop.OPEN);
            assertThat(report.hlog()).contains("run.hlog");
            assertThat(Files.readString(hlog)).contains("#[Histogram log format version");
            assertThat(out.toString()).contains("200");
        }
    }

    @Test
    void too_few_samples_for_the_quantile_asked_is_not_valid() throws IOException {
        try (var server = server()) {
            var report = run(server, "--rate", "100", "--duration", "300ms", "--quantile", "p99.99");
            assertThat(report.verdict().valid()).isFalse();
            assertThat(report.verdict().because()).anyMatch(reason -> reason.doubt().equals("too-few-samples"));
        }
    }

    @Test
    void steps_are_phases_of_their_own() throws IOException {
        try (var server = server()) {
            var report = run(server, "--steps", "100:500ms,400:500ms", "--arrivals", "poisson", "--seed", "3");
            assertThat(report.measured()).extracting(phase -> phase.name()).containsExactly("step-1", "step-2");
            assertThat(report.measured().getFirst().counts().intended()).isBetween(15L, 85L);
            assertThat(report.measured().getLast().counts().intended()).isBetween(130L, 270L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http1", "http1-close", "h2", "grpc", "grpc-stream"})
    void a_ramp_sends_its_integral_in_each_protocol(String protocol) throws IOException {
        try (var server = server()) {
            var counts = run(server, "--ramp", "100..300:500ms", "--protocol", protocol).measured().getFirst().counts();
            assertThat(counts.intended()).isEqualTo(100);
            assertThat(counts.completed()).isEqualTo(100);
            assertThat(counts.answerBytes()).isEqualTo(100L * (protocol.startsWith("grpc") ? 17 : 10)); // gRPC has a prefix, and its field a head
        }
    }

    @Test
    void a_closed_loop_is_told_as_one() throws IOException {
        try (var server = server()) {
            var report = run(server, "--concurrency", "3", "--duration", "300ms");
            assertThat(report.plan().loop()).isEqualTo(Loop.CLOSED);
            assertThat(report.measured().getFirst().counts().completed()).isPositive()
                    .isEqualTo(report.measured().getFirst().counts().intended());
        }
    }

    @Test
    void a_search_for_the_knee_tells_its_trials() throws IOException {
        try (var server = new Server(Offer.of(new Behaviour(new Fixed(20_000_000), new Fixed(0), 0, 1)),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1)) {
            // An answer takes 20 ms, so 10 ms are never held: the rate is halved down to one a second.
            var report = run(server, "--find-knee", "--rate", "8", "--objective", "p50<10ms", "--duration", "200ms");
            assertThat(report.knee()).hasValueSatisfying(knee -> {
                assertThat(knee.heldPerSecond()).isEmpty();
                assertThat(knee.brokenPerSecond()).hasValue(1);
                assertThat(knee.trials()).hasSize(4).noneMatch(trial -> trial.held());
            });
            assertThat(report.verdict().because()).anyMatch(reason -> reason.doubt().equals("no-knee"));
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_told() throws IOException {
        try (var server = server()) {
            var nowhere = folder.resolve("absent/run.json").toString();
            int code = drive("--rate", "100", "--duration", "50ms", "--warmup", "none", "--run-json", nowhere,
                    "http://127.0.0.1:" + server.address().getPort());
            assertThat(code).isEqualTo(2);
            assertThat(err.toString()).contains("absent");
        }
    }
}
