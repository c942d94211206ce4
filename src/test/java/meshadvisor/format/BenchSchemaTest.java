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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schemas of benchmarks describe what is written, all of it and nothing else. */
class BenchSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode REPORT = source("bench-report.schema.json");
    private static final JsonNode COMPARISON = source("bench-comparison.schema.json");

    private static JsonNode source(String name) {
        try (var resource = Format.class.getResourceAsStream(name)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Files.readString(Path.of("../docs/formats", name))).isEqualTo(text);
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(JsonNode source) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(source);
    }

    private static JsonNode json(String name) {
        return JSON.readTree(BenchTest.written(BenchTest.run(name), Format.JSON, Screen.PLAIN));
    }

    @ParameterizedTest
    @MethodSource("meshadvisor.format.BenchTest#names")
    void every_report_is_valid(String name) {
        assertThat(schema(REPORT).validate(json(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.12.1", "6.8.0"})
    void every_comparison_is_valid(String kernel) {
        assertThat(schema(COMPARISON).validate(JSON.readTree(BenchTest.compared(kernel, Format.JSON)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/situations/0", "/situations/0/comparisons/0", "/situations/0/comparisons/0/effect", "/environment", "/cells",
            "/bills/0/cpu/0"})
    void a_field_that_nobody_promised_is_noticed(String where) {
        JsonNode report = json("usual");
        ((ObjectNode) report.at(where)).put("surprise", 1);
        assertThat(schema(REPORT).validate(report)).isNotEmpty();
    }

    @Test
    void no_object_may_hold_more_than_the_schemas_say_or_less() {
        List<JsonNode> objects = new ArrayList<>();
        objects(REPORT, objects);
        objects(COMPARISON, objects);
        assertThat(objects).hasSizeGreaterThan(25).allSatisfy(object -> {
            assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(object.path("required").valueStream().map(JsonNode::asString).toList())
                    .containsExactlyElementsOf(object.path("properties").propertyNames());
        });
    }

    @Test
    void the_schemas_bear_the_names_that_reports_bear() {
        assertThat(REPORT.path("$id").asString())
                .isEqualTo("urn:" + BenchFields.SCHEMA.replace('/', ':') + ":" + BenchFields.SCHEMA_VERSION);
        assertThat(COMPARISON.path("$id").asString())
                .isEqualTo("urn:" + ComparisonFields.SCHEMA.replace('/', ':') + ":" + ComparisonFields.SCHEMA_VERSION);
    }

    /** Every schema that names properties. */
    private static void objects(JsonNode node, List<JsonNode> found) {
        if (node.path("properties").isObject() && node.path("type").asString("").equals("object")) {
            found.add(node);
        }
        node.forEach(child -> objects(child, found));
    }
}
