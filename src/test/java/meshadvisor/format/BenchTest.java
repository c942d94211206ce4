package meshadvisor.format;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.ComparisonOfRuns;
import meshadvisor.bench.Load;
import meshadvisor.format.Screen.Paint;
import meshadvisor.support.BenchRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get of a benchmark, whole, and what they must never get. */
class BenchTest {

    private static final String LATE = "The generator was late itself: p99 of its schedule error is 12.1 ms, more than 1 ms.";

    static final Map<String, BenchRun> ALL = all();

    private static Map<String, BenchRun> all() {
        Map<String, BenchRun> all = new LinkedHashMap<>();
        all.put("usual", BenchRuns.usual());
        all.put("empty", BenchRuns.of(1).end(BenchRun.End.INTERRUPTED).ended());
        all.put("one-block", BenchRuns.of(1).variant("istio-sidecar", 400).blocks(1).end(BenchRun.End.RUNNING).ended());
        all.put("interrupted", BenchRuns.of(1).variant("istio-sidecar", 400).blocks(6).end(BenchRun.End.INTERRUPTED).ended());
        all.put("invalid", BenchRuns.of(1).variant("istio-sidecar", 400).blocks(10).allInvalid(LATE).ended());
        all.put("chain", BenchRuns.of(1).variant("app-mtls", 60).variant("istio-sidecar", 200)
                .at(new Load(Load.Shape.CHAIN, Load.Protocol.H2C, Load.Reuse.FRESH, 300, 16, 128)).blocks(12).ended());
        all.put("noisy", BenchRuns.of(1).variant("app-mtls", 10).variant("istio-sidecar", 20).noisy(0.2).blocks(12).ended());
        all.put("scenario", BenchRuns.of(3).variant("istio-sidecar", 400).blocks(6).disturbed().metered().ended());
        return all;
    }

    static BenchRun run(String name) {
        return requireNonNull(ALL.get(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usual", "invalid", "interrupted", "noisy", "scenario"})
    void the_table_on_80_columns_is_as_reviewed(String name) {
        Golden.assertSame("bench-" + name + ".80.txt", written(run(name), Format.TABLE, Screen.PLAIN));
    }

    @Test
    void the_markdown_is_as_reviewed() {
        Golden.assertSame("bench-usual.md", written(run("usual"), Format.MARKDOWN, Screen.PLAIN));
    }

    @Test
    void two_runs_that_can_be_compared_are_as_reviewed() {
        Golden.assertSame("bench-compare.80.txt", compared("6.12.1", Format.TABLE));
    }

    @Test
    void two_runs_on_other_kernels_are_shown_and_labelled() {
        assertThat(compared("6.8.0", Format.TABLE)).startsWith("Not comparable because kernel differs:").contains("; not comparable")
                .contains("kernel  6.12.1  6.8.0").contains("differs");
    }

    @ParameterizedTest
    @MethodSource("names")
    void no_line_is_wider_than_the_screen(String name) {
        assertThat(written(run(name), Format.TABLE, Screen.PLAIN).lines()).allSatisfy(line -> assertThat(Wrap.width(line))
                .isLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @MethodSource("names")
    void colour_changes_nothing_but_colour(String name) {
        String coloured = written(run(name), Format.TABLE, new Screen(80, Paint.COLOUR));
        assertThat(coloured).contains("\u001b[1m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(written(run(name), Format.TABLE, Screen.PLAIN));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_variant_that_is_not_as_shipped_is_never_named_without_its_flavour(String name) {
        String text = written(run(name), Format.TABLE, new Screen(400, Paint.PLAIN)) + written(run(name), Format.MARKDOWN, Screen.PLAIN);
        String flavoured = text.replaceAll("<a id=\"[^\"]*\"></a>", "").replace("istio-sidecar/upstream-envoy", "");
        assertThat(flavoured).doesNotContain("istio-sidecar");
    }

    @ParameterizedTest
    @MethodSource("names")
    void no_two_parts_have_the_same_anchor(String name) {
        assertThat(Pattern.compile("<a id=\"([^\"]*)\"").matcher(written(run(name), Format.MARKDOWN, Screen.PLAIN)).results()
                .map(match -> match.group(1))).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void every_invalid_cell_is_counted_with_its_reason() {
        assertThat(written(run("usual"), Format.TABLE, new Screen(200, Paint.PLAIN))).contains("INVALID CELLS: 3 OF 176")
                .contains("2 cells, such as: The rate was not reached: 912.4/s of 1000/s.").contains("blocks 3, 9")
                .contains("1 cell: Neighbours took 0.31 of the node's processors");
        assertThat(written(run("invalid"), Format.TABLE, new Screen(200, Paint.PLAIN))).startsWith("Nothing can be said: all 30 cells")
                .contains(LATE);
    }

    @Test
    void what_was_interrupted_is_marked_and_shown() {
        assertThat(written(run("interrupted"), Format.TABLE, new Screen(200, Paint.PLAIN))).startsWith("Partial results: after 6 blocks")
                .contains("6 valid blocks are fewer than 10").contains("Go on with this run");
        assertThat(written(run("empty"), Format.TABLE, Screen.PLAIN)).startsWith("Nothing was measured");
    }

    static Iterable<String> names() {
        return ALL.keySet();
    }

    static String written(BenchRun run, Format format, Screen screen) {
        return text(BenchDocument.of(run, Analysis.of(run)), format, screen);
    }

    static String compared(String kernel, Format format) {
        BenchRun first = BenchRuns.of(1).variant("istio-sidecar", 410).blocks(12).ended();
        BenchRun second = BenchRuns.of(2).variant("istio-sidecar", 300).on("kernel", kernel).blocks(12).ended();
        return text(ComparisonDocument.of(ComparisonOfRuns.of(first, second), second), format, Screen.PLAIN);
    }

    private static String text(Document document, Format format, Screen screen) {
        try {
            StringWriter text = new StringWriter();
            document.write(format, screen, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
