package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.load.wire.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema describes what is written, all of it and nothing else. */
class RunFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode SOURCE = JSON.readTree(text());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SOURCE);

    private static String text() {
        try {
            return Files.readString(Path.of("../docs/formats/run.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void reports_are_valid_whatever_happened() {
        for (RunReport report : List.of(RunJsonTest.mixed(), Runs.good(), Runs.report(Runs.PLAN, new Totals()), here(),
                Runs.good().with(Runs.KNEE))) {
            assertThat(SCHEMA.validate(json(report))).isEmpty();
        }
    }

    /** A report of this machine. */
    private static RunReport here() {
        Machine machine = Observation.here();
        Environment environment = Environment.read(machine);
        try (Observation observation = Observation.begin(machine, environment)) {
            Resources seen = observation.end();
            return RunReport.of("1", Runs.PLAN, RunReport.End.COMPLETE, List.of(), List.of(new RunReport.Generator(List.of(),
                    "2026-02-03T04:05:06Z", -1, environment, seen, machine.gaps())));
        }
    }

    @Test
    void the_schema_knows_every_field_in_its_order() {
        List<String> missing = new ArrayList<>();
        fields(RunReport.class, SOURCE, missing);
        assertThat(missing).isEmpty();
    }

    /** Compares a record with a schema, and its components with those of the fields. */
    private static void fields(Class<?> type, JsonNode schema, List<String> missing) {
        JsonNode own = schema.path("$ref").isString() ? SOURCE.path("$defs").path("summary") : schema;
        List<String> names = Arrays.stream(type.getRecordComponents()).map(component -> component.getName()).toList();
        if (!names.equals(List.copyOf(own.path("properties").propertyNames()))) {
            missing.add(type.getSimpleName() + " " + names + " but " + own.path("properties").propertyNames());
        }
        for (var component : type.getRecordComponents()) {
            JsonNode property = own.path("properties").path(component.getName());
            if (component.getType().isRecord()) {
                fields(component.getType(), property, missing);
            } else if (component.getType() == List.class
                    && component.getGenericType().getTypeName().matches("java.util.List<meshadvisor.*>")) {
                fields(item(component.getGenericType().getTypeName()), property.path("items"), missing);
            } else if (component.getGenericType().getTypeName().startsWith("java.util.Optional<meshadvisor")) {
                fields(item(component.getGenericType().getTypeName()), property, missing);
            }
        }
    }

    private static Class<?> item(String generic) {
        try {
            return Class.forName(generic.substring(generic.indexOf('<') + 1, generic.length() - 1));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_schema_and_the_page_know_every_word() throws IOException {
        String page = Files.readString(Path.of("../docs/formats/run.md"));
        JsonNode counts = SOURCE.at("/properties/phases/items/properties/counts/properties");
        assertThat(counts.at("/failed/properties").propertyNames()).containsExactlyElementsOf(words(Failure.values()));
        assertThat(counts.at("/statuses/properties").propertyNames()).containsExactlyElementsOf(words(StatusClass.values()));
        assertThat(SOURCE.at("/$defs/summary/properties/nanos/properties").propertyNames())
                .containsExactlyElementsOf(words(Quantile.values()));
        List<String> doubts =
                Arrays.stream(Doubt.class.getPermittedSubclasses()).map(type -> Doubts.kind(type.asSubclass(Doubt.class))).toList();
        assertThat(SOURCE.at("/properties/verdict/properties/because/items/properties/doubt/enum").valueStream().map(JsonNode::asString)
                .toList())
                .containsExactlyInAnyOrderElementsOf(doubts);
        assertThat(doubts).allSatisfy(doubt -> assertThat(page).contains("`" + doubt + "`"));
    }

    private static List<String> words(Enum<?>... constants) {
        return Stream.of(constants).map(Words::of).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/plan", "/plan/warmup", "/phases/0", "/phases/0/counts", "/phases/0/latency", "/phases/0/latency/nanos",
            "/phases/0/latencyOfIntended", "/generators/0", "/generators/0/environment/cpu", "/generators/0/resources/taken", "/verdict"})
    void a_field_that_nobody_promised_is_noticed(String where) {
        JsonNode report = json(RunJsonTest.mixed());
        ((ObjectNode) report.at(where)).put("surprise", 1);
        assertThat(SCHEMA.validate(report)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/apiVersion", "/interrupted", "/plan/loop", "/phases/1/seconds", "/phases/1/counts/sent", "/generators/0/startedAt",
                    "/phases/1/service/nanos/p50", "/verdict/valid", "/verdict/because/0/doubt"})
    void a_field_with_another_kind_of_value_is_noticed(String where) {
        JsonNode report = json(RunJsonTest.mixed());
        int slash = where.lastIndexOf('/');
        ((ObjectNode) report.at(where.substring(0, slash))).put(where.substring(slash + 1), "surprise");
        assertThat(SCHEMA.validate(report)).isNotEmpty();
    }

    private static JsonNode json(RunReport report) {
        return JSON.readTree(RunJson.text(report));
    }
}
