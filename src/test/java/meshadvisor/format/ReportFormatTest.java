package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import meshadvisor.report.Report;
import meshadvisor.rule.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What code hosts and CI systems get of an assessment keeps to their rules. */
@Isolated("sets the default locale")
class ReportFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<ReportFormat> FOREIGN = Set.of(ReportFormat.SARIF, ReportFormat.JUNIT, ReportFormat.GITHUB);

    static Stream<Arguments> every_report_in_every_foreign_format() {
        return Reports.ALL.keySet().stream().flatMap(name -> Stream.of(ReportFormat.values()).filter(FOREIGN::contains)
                .map(format -> Arguments.of(name, format)));
    }

    static Set<String> names() {
        return Reports.ALL.keySet();
    }

    private static String written(String name, ReportFormat format) {
        return written(Reports.ALL.get(name), format);
    }

    private static String written(Report report, ReportFormat format) {
        StringWriter out = new StringWriter();
        try {
            format.write(report, new ReportFormat.View("0.1.0", Screen.PLAIN, Language.ENGLISH), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_format_of_every_text_is_written_as_it_is_elsewhere(Format format) {
        assertThat(written("adopt", ReportFormat.valueOf(format.name()))).isEqualTo(Reports.written(Reports.ALL.get("adopt"), format));
    }

    @ParameterizedTest
    @MethodSource("every_report_in_every_foreign_format")
    void every_character_can_be_seen_and_three_locales_give_the_same(String name, ReportFormat format) {
        String here = written(name, format);
        assertThat(here.codePoints().filter(c -> c != '\n' && Visible.hidden(c))).isEmpty();
        Locale before = Locale.getDefault();
        try {
            for (String tag : Set.of("tr-TR", "ar-EG-u-nu-arab", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(written(name, format)).as(tag).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void sarif_is_what_code_scanning_asks_for_and_holds_every_finding(String name) throws IOException {
        Schema rules = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(Files.readString(Path.of("test/resources/format/sarif-rules.schema.json"))));
        JsonNode sarif = JSON.readTree(written(name, ReportFormat.SARIF));
        Report report = Reports.ALL.get(name);
        assertThat(rules.validate(sarif)).isEmpty();
        assertThat(sarif.at("/runs/0/results")).hasSize(report.findings().size() + report.suppressed().size());
    }

    @ParameterizedTest
    @MethodSource("names")
    void junit_is_valid_and_its_counts_are_those_of_its_tests(String name) throws Exception {
        String xml = written(name, ReportFormat.JUNIT);
        var validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("test/resources/format/junit-rules.xsd").toFile()).newValidator();
        assertThatCode(() -> validator.validate(new StreamSource(new StringReader(xml)))).doesNotThrowAnyException();
        assertThat(xml).contains("tests=\"" + count(xml, "<testcase ") + "\" failures=\"" + count(xml, "<failure ") + "\"",
                "skipped=\"" + count(xml, "<skipped ") + "\"");
        assertThat(count(xml, "<testcase ")).isPositive();
    }

    @Test
    void a_test_fails_from_the_threshold_on() {
        Report shop = Reports.ALL.get("40 services, nothing stated");
        long errors = shop.findings().stream().filter(each -> each.severity() == Severity.ERROR).count();
        assertThat((long) count(written(shop, ReportFormat.JUNIT), "<failure ")).isEqualTo(errors).isPositive();
        assertThat((long) count(written(shop.with(new Report.Made("", Optional.of(Severity.WARNING))), ReportFormat.JUNIT), "<failure "))
                .isGreaterThan(errors);
    }

    @ParameterizedTest
    @MethodSource("names")
    void annotations_are_one_command_a_line_and_nothing_else_begins_one(String name) {
        List<String> lines = written(name, ReportFormat.GITHUB).lines().toList();
        assertThat(lines.subList(0, lines.size() - 1)).allSatisfy(line -> assertThat(line)
                .matches("::(error|warning|notice) ([a-zA-Z]+=[^:,]*,)*title=[^:,]*::.*"));
        assertThat(lines.getLast()).doesNotStartWith("::");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "warning", "notice"})
    void no_more_than_ten_of_a_kind_are_shown_and_the_rest_is_counted(String kind) {
        List<String> lines = written("many findings", ReportFormat.GITHUB).lines().filter(line -> line.startsWith("::" + kind)).toList();
        assertThat(lines).hasSizeLessThanOrEqualTo(10);
        if (kind.equals("warning")) {
            assertThat(lines).last().asString().isEqualTo("::warning title=More::+91 more in the summary");
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
