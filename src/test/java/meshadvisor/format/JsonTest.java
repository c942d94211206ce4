package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.model.Answers;
import meshadvisor.report.Report;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs rely on beyond the shape. */
class JsonTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void a_place_that_is_not_known_is_null_and_never_zero() {
        List<JsonNode> places = new ArrayList<>();
        Reports.ALL.values().forEach(report -> places(json(report), places));
        assertThat(places).hasSizeGreaterThan(100).allSatisfy(at -> {
            assertThat(at.path("file").isNull() || !at.path("file").asString().isEmpty()).isTrue();
            assertThat(at.path("line").isNull() || at.path("line").asInt() > 0).isTrue();
            assertThat(!at.has("column") || at.path("column").isNull() || at.path("column").asInt() > 0).isTrue();
        });
        assertThat(places).anyMatch(at -> at.path("file").isNull()).anyMatch(at -> at.path("line").asInt(0) > 0);
    }

    @Test
    void no_mesh_is_null() {
        assertThat(json("40 services, nothing stated").at("/verdict/mesh").isNull()).isTrue();
        assertThat(json("adopt").at("/verdict/mesh").asString()).isEqualTo("linkerd");
    }

    @Test
    void a_namespace_that_is_not_stated_stays_an_empty_text() {
        Report report = Reports.of("{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {selector: {a: b}, ports: [{port: 1}]}}",
                Answers.NONE);
        assertThat(json(report).at("/services/leftOut/0/namespace").asString("?")).isEmpty();
    }

    @Test
    void no_finding_is_folded() {
        assertThat(json("many findings").path("findings").size()).isEqualTo(130);
    }

    @Test
    void hostile_names_arrive_unchanged() {
        assertThat(json("hostile").at("/findings/0/object/name").asString()).isEqualTo(Hostile.NAME);
        assertThat(json("hostile").at("/services/application/0/name").asString()).isEqualTo(Hostile.NAME);
    }

    @Test
    void what_lies_near_a_limit_is_told_with_the_other_answer() {
        JsonNode mtls = json("borderline").path("needs").get(0);
        assertThat(mtls.path("answer").asString()).isEqualTo("MESH");
        assertThat(mtls.path("borderline").toString()).isEqualTo("{\"threshold\":20,\"count\":21,\"other\":\"CERT_MANAGER\"}");
    }

    @Test
    void the_next_step_of_an_answer_is_told() {
        JsonNode mtls = json("reconsider").path("needs").get(0);
        assertThat(mtls.path("answer").asString()).isEqualTo("CERT_MANAGER");
        assertThat(mtls.path("next").asString()).contains("cert-manager", "It does not terminate TLS");
    }

    private static JsonNode json(String name) {
        return json(Reports.ALL.get(name));
    }

    private static JsonNode json(Report report) {
        return JSON.readTree(Reports.written(report, Format.JSON));
    }

    private static void places(JsonNode node, List<JsonNode> found) {
        if (node.has("file") && node.has("line")) {
            found.add(node);
        }
        node.forEach(child -> places(child, found));
    }
}
