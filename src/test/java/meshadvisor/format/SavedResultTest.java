package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.format.ReportFormat.View;
import meshadvisor.format.Screen.Paint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is shown again from a file is what was shown in the first place, to the character. */
class SavedResultTest {

    private static final Map<String, SavedResult> SAVED = new LinkedHashMap<>();

    static {
        Reports.ALL.forEach((name, report) -> {
            String json = Reports.written(report, Format.JSON);
            SAVED.put(name, SavedResult.of(KeptTree.of(json), json));
        });
    }

    private interface Writing {
        void to(StringWriter out) throws IOException;
    }

    static Stream<Arguments> every_report_in_every_format() {
        return Reports.ALL.keySet().stream().flatMap(name -> Stream.of(ReportFormat.values()).map(format -> Arguments.of(name, format)));
    }

    @ParameterizedTest
    @MethodSource("every_report_in_every_format")
    void an_assessment_is_shown_again_as_it_was(String name, ReportFormat format) {
        for (Screen screen : new Screen[] {Screen.PLAIN, new Screen(120, Paint.COLOUR)}) {
            View view = new View("1.2.3", screen, Language.ENGLISH);
            assertThat(written(out -> SAVED.get(name).write(format, view, out)))
                    .isEqualTo(written(out -> format.write(Reports.ALL.get(name), view, out)));
        }
    }

    @ParameterizedTest
    @MethodSource("every_report_in_every_format")
    void it_is_the_same_in_german_too(String name, ReportFormat format) {
        View view = new View("1.2.3", Screen.PLAIN, Language.of("de").orElseThrow());
        assertThat(written(out -> SAVED.get(name).write(format, view, out)))
                .isEqualTo(written(out -> format.write(Reports.ALL.get(name), view, out)));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_benchmark_is_shown_again_as_it_was(Format format) {
        BenchTest.ALL.forEach((name, run) -> {
            String json = BenchTest.written(run, Format.JSON, Screen.PLAIN);
            SavedResult saved = SavedResult.of(KeptTree.of(json), json);
            assertThat(written(out -> saved.write(ReportFormat.valueOf(format.name()), view(), out))).as(name)
                    .isEqualTo(BenchTest.written(run, format, Screen.PLAIN));
        });
    }

    @Test
    void a_benchmark_has_no_findings_to_show() {
        String json = BenchTest.written(BenchTest.ALL.get("usual"), Format.JSON, Screen.PLAIN);
        assertThat(SavedResult.of(KeptTree.of(json), json).formats()).doesNotContain(ReportFormat.SARIF, ReportFormat.JUNIT,
                ReportFormat.GITHUB);
    }

    @Test
    void a_report_of_a_version_without_texts_is_refused_with_the_reason() {
        ObjectNode old = (ObjectNode) tree("adopt");
        old.remove("shown");
        assertThatThrownBy(() -> SavedResult.of(new KeptTree(old), old.toString())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kept no texts, only figures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"item\": \"x\", \"depth\": \"deep\"}", "{\"same\": 100000}", "{\"same\": -1}", "{}", "7",
            "{\"picture\": {\"height\": \"tall\"}}", "{\"subheading\": \"x\", \"tone\": \"shrill\"}",
            "{\"item\": \"x\", \"depth\": 0, \"place\": \"\"}",
            "{\"head\": [\"a\", \"b\"], \"rows\": [[\"c\"]]}", "{\"label\": \"longer than its column\", \"texts\": [\"x\"]}",
            "{\"label\": \"x\", \"texts\": []}"})
    void a_block_that_nobody_wrote_is_refused(String block) {
        ObjectNode changed = (ObjectNode) tree("adopt");
        ((ArrayNode) changed.at("/shown/page")).add(JsonMapper.builder().build().readTree(block));
        assertThatThrownBy(() -> SavedResult.of(new KeptTree(changed), changed.toString()))
                .isInstanceOfAny(IllegalArgumentException.class, IndexOutOfBoundsException.class);
    }

    @Test
    void what_a_stranger_writes_into_the_texts_is_shown_and_does_nothing() {
        String json = Reports.written(Reports.ALL.get("adopt"), Format.JSON).replace("Annex: decision record",
                "<script>alert(1)</script>\\u001b[2J");
        String page = written(out -> SavedResult.of(KeptTree.of(json), json).write(ReportFormat.HTML, view(), out));
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;\\x1b[2J");
    }

    private static View view() {
        return new View("1.2.3", Screen.PLAIN, Language.ENGLISH);
    }

    private static JsonNode tree(String name) {
        return JsonMapper.builder().build().readTree(Reports.written(Reports.ALL.get(name), Format.JSON));
    }

    private static String written(Writing writing) {
        StringWriter out = new StringWriter();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
