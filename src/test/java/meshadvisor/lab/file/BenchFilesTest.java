package meshadvisor.lab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.bench.Order.Scenario;
import meshadvisor.files.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files of plans and runs: what is written is read again, and is what the schemas say. */
class BenchFilesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Test
    void a_run_comes_back_as_it_was() throws Exception {
        Path file = folder.resolve("bench-run.json");
        BenchFiles.write(file, BenchFiles.text(Sample.run()));
        assertThat(BenchFiles.run(file)).isEqualTo(Sample.run());
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(each -> each.toString().endsWith(".part"));
    }

    @Test
    void a_plan_comes_back_as_it_was_with_every_scenario() throws Exception {
        Path file = folder.resolve("plan.json");
        var plan = Sample.plan(Scenario.CHURN, Scenario.ROLLOUT, Scenario.PROXY_DEATH, Scenario.CERTIFICATE_ROTATION);
        BenchFiles.write(file, BenchFiles.text(plan));
        assertThat(BenchFiles.plan(file)).isEqualTo(plan);
    }

    @ParameterizedTest
    @CsvSource({"run", "plan"})
    void what_is_written_is_what_the_schema_says(String kind) throws IOException {
        String text = kind.equals("run") ? BenchFiles.text(Sample.run()) : BenchFiles.text(Sample.plan(Scenario.CHURN, Scenario.ROLLOUT));
        assertThat(schema(kind).validate(JSON.readTree(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cells/0", "/cells/0/counts", "/plan/order/design", "/usage/0", "/scene/nodes/0", "/plan/steps/0"})
    void a_field_that_nobody_promised_is_noticed_by_schema_and_reader(String where) throws IOException {
        JsonNode run = JSON.readTree(BenchFiles.text(Sample.run()));
        ((ObjectNode) run.at(where)).put("surprise", 1);
        assertThat(schema("run").validate(run)).isNotEmpty();
        assertThat(refused(run.toString())).contains("surprise is a field that this version does not know;");
    }

    @ParameterizedTest
    @CsvSource({"/cells/0, variant", "/cells/0/counts, sent", "/plan, run", "/plan/order/design, seed", "/usage/0, who"})
    void a_field_that_is_missing_is_noticed_by_schema_and_reader(String where, String field) throws IOException {
        JsonNode run = JSON.readTree(BenchFiles.text(Sample.run()));
        ((ObjectNode) run.at(where)).remove(field);
        assertThat(schema("run").validate(run)).isNotEmpty();
        String place = where.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.') + "." + field;
        assertThat(refused(run.toString())).contains(": " + place + " is missing;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /cells/0/counts        | sent             | "many"   | cells[0].counts.sent is "many", and a whole number has to be there
            /cells/0/counts        | seconds          | {}       | cells[0].counts.seconds is an object, and a number has to be there
            /cells/0               | invalid          | "x"      | cells[0].invalid is a text, and a list has to be there
            /cells/0               | counts           | 7        | cells[0].counts is a number, and an object has to be there
            /cells/0               | counts           | null     | cells[0].counts is null, and a value has to be there
            /usage/0               | who              | "nobody" | usage[0].who is "nobody", and one of node, container, node-agent, control-plane has
            /plan/steps/0          | do               | "dance"  | plan.steps[0]
            ''                     | looks            | {"a":1}  | looks is an object, and a list has to be there
            """)
    void a_value_of_another_kind_is_told_with_its_place(String where, String field, String value, String said) throws IOException {
        JsonNode run = JSON.readTree(BenchFiles.text(Sample.run()));
        ((ObjectNode) run.at(where)).set(field, JSON.readTree(value));
        assertThat(refused(run.toString())).contains(said).endsWith("; give a file as this version of meshadvisor bench wrote it.")
                .doesNotContain("meshadvisor.bench", "java.", "Jackson", "deserialize", "token", "Token");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws IOException {
        JsonNode run = JSON.readTree(BenchFiles.text(Sample.run()));
        ((ObjectNode) run.at("/cells/0/counts")).remove("sent");
        ((ObjectNode) run.at("/cells/0")).put("surprise", 1).put("block", "third");
        ((ObjectNode) run.at("/plan/order/design")).putNull("seed");
        ((ObjectNode) run.at("/plan/steps/0")).put("do", "dance");
        ((ObjectNode) run.at("/usage/0/figures")).put("cpu-seconds", "much");
        ((ObjectNode) run).put("end", "elsewhere").remove("looks");
        assertThat(refused(run.toString())).contains("cells[0].counts.sent is missing; ", "cells[0].surprise is a field that",
                "cells[0].block is \"third\", and a whole number", "plan.order.design.seed is null", "plan.steps[0] says \"dance\"",
                "usage[0].figures.cpu-seconds is \"much\", and a number", "looks is missing", "end is \"elsewhere\", and one of ");
        assertThat(refused(run.toString()).split("; ", -1)).hasSize(9);
    }

    @Test
    void a_thousand_mistakes_are_counted_and_not_all_told() throws IOException {
        JsonNode run = JSON.readTree(BenchFiles.text(Sample.run()));
        for (int i = 0; i < 1_000; i++) {
            ((ObjectNode) run).put("surprise" + i, i);
        }
        assertThat(refused(run.toString())).contains("surprise0 is a field", "; and 980 more; give a file");
    }

    @Test
    void a_word_that_is_not_known_is_noticed_by_schema_and_reader() throws IOException {
        JsonNode run = JSON.readTree(BenchFiles.text(Sample.run()));
        ((ObjectNode) run).put("end", "elsewhere");
        assertThat(schema("run").validate(run)).isNotEmpty();
        assertThat(refused(run.toString())).contains("elsewhere");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"apiVersion":"meshadvisor/v2","kind":"BenchRun"} | is no BenchRun of meshadvisor/v1 but BenchRun of meshadvisor/v2
            {"apiVersion":"meshadvisor/v1","kind":"LoadRun"}  | is no BenchRun of meshadvisor/v1 but LoadRun of meshadvisor/v1
            {"plan":{}}                                       | nothing that says what it is
            [1]                                               | holds no JSON object
            {"apiVersion":                                    | cannot be understood
            {"kind":"a","kind":"b"}                           | cannot be understood
            """)
    void a_file_of_something_else_says_what_it_is(String text, String said) throws IOException {
        assertThat(refused(text)).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"run", "plan"})
    void no_object_may_hold_more_than_the_schema_says_or_less(String kind) throws IOException {
        List<JsonNode> objects = new ArrayList<>();
        objects(JSON.readTree(Files.readString(file(kind))), objects);
        assertThat(objects).hasSizeGreaterThan(25).allSatisfy(object -> {
            assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
            assertThat(object.path("required").valueStream().map(JsonNode::asString).toList())
                    .containsExactlyElementsOf(object.path("properties").propertyNames());
        });
    }

    private String refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), text);
        return catchThrowableOfType(UnusableFile.class, () -> BenchFiles.run(file)).sentence();
    }

    private static Path file(String kind) {
        return Path.of("../docs/formats/bench-" + kind + ".schema.json");
    }

    private static Schema schema(String kind) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(JSON.readTree(Files.readString(file(kind))));
    }

    private static void objects(JsonNode node, List<JsonNode> found) {
        if (node.path("properties").isObject() && node.path("type").asString("").equals("object")) {
            found.add(node);
        }
        node.forEach(child -> objects(child, found));
    }
}
