package meshadvisor.format;

import static java.util.Objects.requireNonNull;
import static meshadvisor.format.GateReports.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import meshadvisor.gate.GateReport;
import meshadvisor.gate.Metrics;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published schemas describe what is read and written, and foreign formats keep to their rules. */
class GateSchemaTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode REPORT = source(Path.of("../docs/formats/gate-report.schema.json"));
    private static final JsonNode BUDGETS = source(Path.of("../docs/formats/budgets.schema.json"));
    private static final JsonNode SARIF = source(Path.of("test/resources/format/sarif-rules.schema.json"));

    private static JsonNode source(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(JsonNode source) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(source);
    }

    private static JsonNode json(String name, GateFormat format) {
        return JSON.readTree(written(requireNonNull(GateReports.ALL.get(name)), format));
    }

    @ParameterizedTest
    @MethodSource("meshadvisor.format.GateFormatTest#names")
    void every_report_is_valid(String name) {
        assertThat(schema(REPORT).validate(json(name, GateFormat.JSON))).isEmpty();
    }

    @Test
    void the_schema_of_the_docs_is_the_one_in_the_jar() throws IOException {
        try (var resource = requireNonNull(GateFormat.class.getResourceAsStream("gate-report.schema.json"))) {
            assertThat(new String(resource.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(Path.of("../docs/formats/gate-report.schema.json")));
        }
        assertThat(REPORT.path("$id").asString()).isEqualTo("urn:" + GateReport.SCHEMA.replace('/', ':') + ":" + GateReport.SCHEMA_VERSION);
    }

    @Test
    void no_object_may_hold_more_than_the_schema_says_or_less() {
        List<JsonNode> objects = new ArrayList<>();
        objects(REPORT, objects);
        assertThat(objects).hasSizeGreaterThan(10).allSatisfy(object -> {
            assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(object.path("required").valueStream().map(JsonNode::asString).toList())
                    .containsExactlyElementsOf(object.path("properties").propertyNames());
        });
    }

    private static void objects(JsonNode node, List<JsonNode> found) {
        if (node.path("properties").isObject() && node.path("type").asString("").equals("object")) {
            found.add(node);
        }
        node.forEach(child -> objects(child, found));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/checks/0", "/checks/0/judged", "/checks/0/limit", "/changes/0", "/newFindings/0", "/expiredWaivers/0", "/now"})
    void a_field_that_nobody_promised_is_noticed(String where) {
        JsonNode report = json("usual", GateFormat.JSON);
        ((ObjectNode) report.at(where)).put("surprise", 1);
        assertThat(schema(REPORT).validate(report)).isNotEmpty();
    }

    @Test
    void the_example_of_budgets_is_valid_and_the_schema_knows_every_metric() throws IOException {
        JsonNode example = YAMLMapper.builder().build().readTree(Files.readString(Path.of("../docs/formats/budgets.example.yaml")));
        assertThat(schema(BUDGETS).validate(example)).isEmpty();
        assertThat(BUDGETS.at("/properties/budgets/items/properties/metric/enum").valueStream().map(JsonNode::asString).toList())
                .containsExactlyElementsOf(Metrics.of(Knowledge.LIBRARY).ids());
        ((ObjectNode) example.at("/budgets/0")).put("metric", "findngs");
        assertThat(schema(BUDGETS).validate(example)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("meshadvisor.format.GateFormatTest#names")
    void sarif_keeps_the_rules_of_its_standard_and_of_code_scanning(String name) {
        JsonNode sarif = json(name, GateFormat.SARIF);
        assertThat(schema(SARIF).validate(sarif)).isEmpty();
        JsonNode run = sarif.at("/runs/0");
        run.at("/results").forEach(result -> assertThat(run.at("/tool/driver/rules/" + result.at("/ruleIndex").asInt() + "/id").asString())
                .isEqualTo(result.at("/ruleId").asString()));
        List<String> prints = run.at("/results").valueStream().map(r -> r.at("/ruleId").asString() + r.at("/partialFingerprints")
                + r.at("/locations")).toList();
        assertThat(prints).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/runs/0/results/0/message", "/runs/0/tool/driver", "/runs/0/results/0/locations/0/physicalLocation/region"})
    void sarif_that_lacks_something_would_be_noticed(String where) {
        JsonNode sarif = json("usual", GateFormat.SARIF);
        ((ObjectNode) sarif.at(where)).removeAll();
        assertThat(schema(SARIF).validate(sarif)).isNotEmpty();
    }

    private static Validator junit() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("test/resources/format/junit-rules.xsd").toFile()).newValidator();
    }

    @ParameterizedTest
    @MethodSource("meshadvisor.format.GateFormatTest#names")
    void junit_keeps_the_rules_of_its_dialect(String name) {
        String xml = written(requireNonNull(GateReports.ALL.get(name)), GateFormat.JUNIT);
        assertThatCode(() -> junit().validate(new StreamSource(new StringReader(xml)))).doesNotThrowAnyException();
    }

    @Test
    void junit_that_breaks_a_rule_would_be_noticed() {
        String xml = written(requireNonNull(GateReports.ALL.get("usual")), GateFormat.JUNIT);
        for (String broken : List.of(xml.replace("<failure ", "<failed ").replace("</failure>", "</failed>"),
                xml.replace(" time=\"0\"", ""),
                xml.replaceFirst("name=\"[^\"]*\"", ""))) {
            assertThatThrownBy(() -> junit().validate(new StreamSource(new StringReader(broken)))).isInstanceOf(SAXException.class);
        }
    }

    @Test
    void the_numbers_of_junit_are_those_of_its_tests() {
        for (String name : GateFormatTest.names()) {
            String xml = written(requireNonNull(GateReports.ALL.get(name)), GateFormat.JUNIT);
            long tests = xml.lines().filter(l -> l.contains("<testcase ")).count();
            long failures = xml.lines().filter(l -> l.contains("<failure ")).count();
            long errors = xml.lines().filter(l -> l.contains("<error ")).count();
            assertThat(xml).contains("tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"" + errors + "\"");
        }
    }

    @Test
    void the_manual_has_every_metric_with_its_labels_and_what_it_says() throws IOException {
        String manual = Files.readString(Path.of("../docs/gate.md"));
        assertThat(Metrics.of(Knowledge.LIBRARY).all()).allSatisfy(metric -> {
            String line = manual.lines().filter(l -> l.startsWith("| `" + metric.id() + "` |")).findFirst().orElse("");
            assertThat(line).contains(metric.says());
            metric.labels().forEach(label -> assertThat(line).contains("`" + label.id() + "`"));
        });
    }
}
