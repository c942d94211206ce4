package meshadvisor.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import meshadvisor.model.Gap;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Spread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

class TraceFilesTest {

    private static final Path SAMPLES = Path.of("test/resources/traces");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private static TraceFiles.Seen read(Path... files) {
        return TraceFiles.read(List.of(files), TraceLimits.USUAL);
    }

    private static List<String> calls(TraceFiles.Seen seen) {
        return seen.observed().flows().stream().map(TraceFilesTest::call).toList();
    }

    private static String call(Flow flow) {
        return flow.from() + " > " + flow.to() + " " + millis(flow.load().sampled()) + "x p99 " + millis(flow.load().p99()) + " ms";
    }

    private static String millis(Measured measured) {
        return measured instanceof Measured.Value(double value) ? String.format(Locale.ROOT, "%.0f", value) : "no data";
    }

    @ParameterizedTest
    @ValueSource(strings = {"jaeger.json", "otlp.json", "otlp-lines.jsonl"})
    void every_format_tells_the_same_of_the_same_calls(String file) {
        TraceFiles.Seen seen = read(SAMPLES.resolve(file));

        assertThat(seen.gaps()).isEmpty();
        assertThat(calls(seen)).containsExactly("shop/cart > db 1x p99 20 ms", "shop/web > db 1x p99 5 ms",
                "shop/web > shop/cart 2x p99 50 ms");
        assertThat(seen.observed().chains().traces()).isEqualTo(2);
        assertThat(seen.observed().chains().depth()).isEqualTo(new Spread(1, 2));
        assertThat(seen.observed().chains().fanOut()).isEqualTo(new Spread(1, 2));
        assertThat(seen.observed().chains().widest()).isEqualTo("shop/web");
    }

    @Test
    void the_critical_path_goes_on_to_the_child_that_ends_last() {
        assertThat(read(SAMPLES.resolve("jaeger.json")).observed().chains().paths().stream()
                .map(p -> String.join(" > ", p.services()) + " " + millis(p.p99())))
                .containsExactlyInAnyOrder("shop/web > db 100", "shop/web > shop/cart 40");
    }

    @Test
    void a_sample_tells_no_rates_and_says_so() {
        Observed observed = read(SAMPLES.resolve("jaeger.json")).observed();

        assertThat(observed.flows()).allMatch(f -> !f.load().requests().known());
        assertThat(observed.sources().getFirst().noted()).anyMatch(n -> n.contains("a sample"));
    }

    @Test
    void a_file_given_twice_counts_once() {
        Path file = SAMPLES.resolve("otlp.json");

        assertThat(calls(read(file, file))).isEqualTo(calls(read(file)));
    }

    @Test
    void of_a_broken_file_what_stands_before_counts_and_the_place_is_told() {
        TraceFiles.Seen seen = read(SAMPLES.resolve("broken.json"));

        assertThat(calls(seen)).containsExactly("shop/web > shop/cart 1x p99 30 ms");
        Gap gap = seen.gaps().getFirst();
        assertThat(gap.place().toString()).matches("test/resources/traces/broken.json:\\d+:\\d+");
        assertThat(gap.why()).startsWith("it is broken").endsWith("what stands before is used");
    }

    @Test
    void spans_in_a_circle_are_left_out_and_missing_parents_are_told() {
        TraceFiles.Seen seen = read(SAMPLES.resolve("circle.json"));

        assertThat(calls(seen)).containsExactly("shop/web > shop/cart 1x p99 0 ms");
        assertThat(seen.observed().sources().getFirst().noted()).anyMatch(n -> n.startsWith("1 span has a parent that is not in the files"))
                .anyMatch(n -> n.startsWith("3 spans are left out: each is its own ancestor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[[1]]", "{\"data\": 7}", "{\"data\": [{\"spans\": {\"a\": [1]}}]}",
            "{\"resourceSpans\": [null, 3]}", "", "{",
            "<html>", "{\"data\": [{\"spans\": [{\"spanID\": {}, \"startTime\": 1e999}]}]}"})
    void what_holds_no_traces_is_a_gap(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.json"), content);

        TraceFiles.Seen seen = read(file);

        assertThat(seen.gaps()).hasSize(1);
        assertThat(seen.observed().flows()).isEmpty();
    }

    @Test
    void deep_nesting_is_a_gap_with_a_place() throws IOException {
        Path file = Files.writeString(folder.resolve("deep.json"), "{\"data\":" + "[".repeat(100_000));

        assertThat(read(file).gaps()).singleElement().satisfies(gap -> assertThat(gap.place().line()).isEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_spans_traces_and_files_changes_nothing(long seed) throws IOException {
        JsonNode document = JSON.readTree(Files.readString(SAMPLES.resolve("jaeger.json")));
        Random random = new Random(seed);
        document.path("data").forEach(trace -> shuffle((ArrayNode) trace.path("spans"), random));
        shuffle((ArrayNode) document.path("data"), random);
        Path shuffled = Files.writeString(folder.resolve("shuffled.json"), JSON.writeValueAsString(document));

        assertThat(read(shuffled).observed()).isEqualTo(read(SAMPLES.resolve("jaeger.json")).observed());
        assertThat(read(SAMPLES.resolve("circle.json"), shuffled).observed())
                .isEqualTo(read(shuffled, SAMPLES.resolve("circle.json")).observed());
    }

    private static void shuffle(ArrayNode array, Random random) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        Collections.shuffle(items, random);
        array.removeAll();
        array.addAll(items);
    }

    @Test
    void a_chain_of_a_hundred_thousand_spans_is_followed_to_its_end() throws IOException {
        Path file = chain(100_000);

        TraceFiles.Seen seen = read(file);

        assertThat(seen.gaps()).isEmpty();
        assertThat(seen.observed().sources().getFirst().series()).isEqualTo(100_000);
        assertThat(seen.observed().chains().depth().max()).isEqualTo(99_999);
    }

    @Test
    void more_spans_than_allowed_are_left_out_and_that_is_told() throws IOException {
        TraceFiles.Seen seen = TraceFiles.read(List.of(chain(1_000)), new TraceLimits(1 << 20, 100, 100));

        assertThat(seen.observed().sources().getFirst().series()).isEqualTo(100);
        assertThat(seen.gaps()).singleElement().satisfies(gap -> assertThat(gap.why()).contains("more than 100 spans"));
    }

    @Test
    void a_file_larger_than_allowed_is_not_read() throws IOException {
        assertThat(TraceFiles.read(List.of(chain(1_000)), new TraceLimits(1_000, 100, 100)).gaps()).singleElement()
                .satisfies(gap -> assertThat(gap.why()).contains("larger than"));
    }

    /** Two services that call each other in turn. */
    private Path chain(int length) throws IOException {
        Path file = folder.resolve("chain.json");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(
                    "{\"data\":[{\"traceID\":\"t\",\"processes\":{\"p0\":{\"serviceName\":\"a\"},\"p1\":{\"serviceName\":\"b\"}},\"spans\":[");
            for (int i = 1; i <= length; i++) {
                out.write((i == 1 ? "" : ",") + "{\"traceID\":\"t\",\"spanID\":\"" + Integer.toHexString(i) + "\",\"parentSpanID\":\""
                        + (i == 1 ? "" : Integer.toHexString(i - 1)) + "\",\"processID\":\"p" + i % 2 + "\",\"startTime\":" + i
                        + ",\"duration\":10}");
            }
            out.write("]}]}");
        }
        return file;
    }

    @Test
    void of_traces_only_edges_that_no_metric_has_are_added() {
        Observed traces = read(SAMPLES.resolve("jaeger.json")).observed();

        Observed joined = Joined.of(traces, traces);

        assertThat(joined.flows()).isEqualTo(traces.flows());
        assertThat(Stream.of(Joined.of(Observed.NONE, traces)).flatMap(o -> o.flows().stream())).hasSize(3);
    }
}
