package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.advice.Outcome;
import meshadvisor.format.Screen.Paint;
import meshadvisor.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Properties that hold for every report in every format. */
@Isolated("sets the default locale")
class EveryReportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the_cases_show_every_outcome() {
        assertThat(Reports.ALL.values().stream().map(r -> r.advice().verdict().outcome())).contains(Outcome.values());
    }

    @ParameterizedTest
    @MethodSource("every_report_in_every_format")
    void three_locales_give_the_same_characters(String name, Report report, Format format) {
        Locale before = Locale.getDefault();
        try {
            String expected = Reports.written(report, format);
            for (String tag : Set.of("tr-TR", "ar-EG-u-nu-arab", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Reports.written(report, format)).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("every_report_in_every_format")
    void every_character_can_be_seen(String name, Report report, Format format) {
        assertThat(Reports.written(report, format).codePoints().filter(c -> c != '\n' && Visible.hidden(c))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("every_report_in_every_format")
    void a_line_ends_what_is_written(String name, Report report, Format format) {
        assertThat(Reports.written(report, format)).endsWith("\n").doesNotEndWith("\n\n");
    }

    @ParameterizedTest
    @MethodSource("every_report")
    void yaml_holds_the_same_tree_as_json(String name, Report report) {
        JsonNode json = JSON.readTree(Reports.written(report, Format.JSON));
        assertThat(YAMLMapper.builder().build().readTree(Reports.written(report, Format.YAML))).isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void closing_is_left_to_the_caller(Format format) throws Exception {
        boolean[] closed = new boolean[1];
        StringWriter out = new StringWriter() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        format.writer(Screen.PLAIN).write(Reports.ALL.get("keep"), out);
        assertThat(closed[0]).isFalse();
    }

    @ParameterizedTest
    @MethodSource("every_report")
    void colour_adds_nothing_but_colour(String name, Report report) {
        String coloured = Reports.written(report, Format.TABLE, new Screen(80, Paint.COLOUR));
        assertThat(coloured).contains("\u001b[1m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(Reports.written(report, Format.TABLE));
    }

    static Stream<Arguments> every_report() {
        return Reports.ALL.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    static Stream<Arguments> every_report_in_every_format() {
        return Reports.ALL.entrySet().stream().flatMap(e -> Stream.of(Format.values()).map(f -> Arguments.of(e.getKey(), e.getValue(), f)));
    }
}
