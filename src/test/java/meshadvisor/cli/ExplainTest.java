package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that show what the program knows. */
class ExplainTest {

    @Test
    void a_word_is_explained_on_standard_output() {
        Ran ran = cli("explain", "MA010");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("MA010 job-never-completes\n").contains("When it fires", "What to do", "2026-06-23");
    }

    @Test
    void several_words_are_one() {
        assertThat(cli("explain", "circuit", "breaking")).isEqualTo(cli("explain", "circuit-breaking"));
        assertThat(cli("explain", "course", "1").out()).startsWith("Knowledge check 1: ");
    }

    @Test
    void without_a_word_all_words_are_listed_by_kind() {
        assertThat(cli("explain").out()).contains("Concepts\n", "Needs\n", "Rules\n", "Answers\n", "Exit codes\n", "  - xds: ",
                "  - MA053: ",
                "  - exit-130: ");
    }

    @Test
    void an_unknown_word_is_a_mistake_that_names_the_nearest() {
        Ran ran = cli("explain", "mtsl");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("mtsl").contains("did you mean \"mtls\"?");
        assertThat(cli("explain", "completely-other").err()).contains("'meshadvisor explain' lists all words")
                .doesNotContain("did you mean");
    }

    @Test
    void rules_are_listed_as_a_table_and_as_json() {
        assertThat(cli("rules", "list").out()).startsWith("CODE ").contains("MA010  job-never-completes  ");
        JsonNode first = json("rules", "list", "-o", "json").path("rules").path(0);
        assertThat(first.propertyNames()).containsExactly("code", "id", "severity", "applies", "title");
        assertThat(first.path("code").asString()).isEqualTo("MA001");
    }

    @Test
    void rules_without_a_command_shows_which_there_are() {
        assertThat(cli("rules").out()).contains("list");
        assertThat(cli("rules", "lits")).satisfies(r -> assertThat(r.code()).isEqualTo(2)).extracting(Ran::err).asString()
                .contains("list?");
    }

    @Test
    void the_catalogue_is_shown_with_its_sources_and_dates() {
        String all = cli("catalog").out();
        assertThat(all).contains("mtls-identity", "istio-ambient", "Versions of Linkerd", "[1] ", "2026-08");
        assertThat(cli("catalog", "linkerd").out()).contains("linkerd").doesNotContain("istio-sidecar").doesNotContain("Facts of linkerd");
        assertThat(cli("catalog", "linkerd", "--facts").out()).contains("Facts of linkerd: mtls");
    }

    @Test
    void the_catalogue_as_json_has_source_and_date_in_every_row() {
        JsonNode all = json("catalog", "--facts", "-o", "json");
        assertThat(all.propertyNames()).containsExactly("meshes", "variants", "capabilities", "versions", "facts");
        for (String table : new String[] {"capabilities", "versions", "facts"}) {
            assertThat(all.path(table)).isNotEmpty().allSatisfy(row -> {
                assertThat(row.path("source").asString()).isNotBlank();
                assertThat(row.path("date").asString()).startsWith("20");
                assertThat(row.path("mark").asString()).isIn("read", "computed", "excerpt", "assumed");
            });
        }
        assertThat(json("catalog", "-o", "json", "istio").path("capabilities")).allSatisfy(
                row -> assertThat(row.path("mesh").asString()).isEqualTo("istio"));
    }

    @Test
    void an_unknown_mesh_is_a_mistake_that_names_the_nearest() {
        assertThat(cli("catalog", "istoi")).satisfies(r -> assertThat(r.code()).isEqualTo(2)).extracting(Ran::err).asString()
                .contains("did you mean \"istio\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rules list", "catalog", "catalog --facts", "explain", "explain course", "explain istio"})
    void nothing_is_wider_than_the_usual_terminal(String line) {
        assertThat(cli(line.split(" ", -1)).out().lines()).isNotEmpty().allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
    }

    private static JsonNode json(String... args) {
        Ran ran = cli(args);
        assertThat(ran.code()).isZero();
        return new JsonMapper().readTree(ran.out());
    }
}
