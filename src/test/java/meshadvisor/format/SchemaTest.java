package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema describes what is written, all of it and nothing else. */
class SchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode SOURCE = JSON.readTree(text());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SOURCE);

    private static String text() {
        try (var resource = Format.class.getResourceAsStream("report.schema.json")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("every_report")
    void every_report_is_valid(String name, Report report) {
        assertThat(SCHEMA.validate(json(report))).isEmpty();
    }

    @Test
    void the_schema_of_the_docs_is_the_one_in_the_jar() throws IOException {
        assertThat(Files.readString(Path.of("../docs/formats/report.schema.json"))).isEqualTo(text());
    }

    @Test
    void the_schema_bears_the_name_and_version_that_reports_bear() {
        assertThat(SOURCE.path("$id").asString()).isEqualTo("urn:" + Report.SCHEMA.replace('/', ':') + ":" + Report.SCHEMA_VERSION);
    }

    @Test
    void no_object_may_hold_more_than_the_schema_says_or_less() {
        List<JsonNode> objects = new ArrayList<>();
        objects(SOURCE, objects);
        assertThat(objects).hasSizeGreaterThan(25).allSatisfy(object -> {
            assertThat(object.path("additionalProperties").isBoolean()).isTrue();
            assertThat(object.path("additionalProperties").asBoolean()).isFalse();
            assertThat(object.path("required").valueStream().map(JsonNode::asString).toList())
                    .containsExactlyElementsOf(object.path("properties").propertyNames());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/verdict", "/needs/0", "/scope", "/services", "/seen/team", "/findings/0/location"})
    void a_field_that_nobody_promised_is_noticed(String where) {
        JsonNode report = json(Reports.ALL.get("40 services, nothing stated"));
        ((ObjectNode) report.at(where)).put("surprise", 1);
        assertThat(SCHEMA.validate(report)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/verdict/outcome", "/needs/0/answer", "/findings/0/severity", "/services/kubernetes", "/schema/version"})
    void a_field_with_another_kind_of_value_is_noticed(String where) {
        JsonNode report = json(Reports.ALL.get("40 services, nothing stated"));
        int slash = where.lastIndexOf('/');
        ((ObjectNode) report.at(where.substring(0, slash))).put(where.substring(slash + 1), "surprise");
        assertThat(SCHEMA.validate(report)).isNotEmpty();
    }

    static Stream<Arguments> every_report() {
        return EveryReportTest.every_report();
    }

    private static JsonNode json(Report report) {
        return JSON.readTree(Reports.written(report, Format.JSON));
    }

    /** Every schema that names properties. */
    private static void objects(JsonNode node, List<JsonNode> found) {
        if (node.path("properties").isObject() && node.path("type").asString("").equals("object")) {
            found.add(node);
        }
        node.forEach(child -> objects(child, found));
    }
}
