package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meshadvisor.advice.AnswerCode;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Library;
import meshadvisor.catalog.Need;
import meshadvisor.format.PageText;
import meshadvisor.report.Pages;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is explained, and that it follows the catalogue. */
class PagesTest {

    private static final Catalogue CATALOGUE = Knowledge.read();
    private static final Pages PAGES = Explain.pages(CATALOGUE);

    @ParameterizedTest
    @ValueSource(
            strings = {"sidecar", "ambient", "xds", "mtls", "circuit-breaking", "retries", "break-glass", "needs", "thresholds", "course",
                    "istio", "istio-ambient", "linkerd", "cilium", "check-1", "check-2", "check-3", "check-4", "check-5", "check-6",
                    "check-7", "check-8"})
    void what_was_asked_for_is_explained(String word) {
        assertThat(text(PAGES, word)).hasLineCount(Math.max(8, (int) text(PAGES, word).lines().count()));
    }

    @Test
    void every_rule_need_mesh_answer_and_exit_code_is_explained() {
        assertThat(Rules.of(CATALOGUE.library()).all()).flatExtracting(Rule::code, Rule::id).allSatisfy(PagesTest::explained);
        assertThat(CATALOGUE.needs()).extracting(Need::id).isNotEmpty().allSatisfy(PagesTest::explained);
        assertThat(CATALOGUE.vendors()).isNotEmpty().allSatisfy(PagesTest::explained);
        assertThat(AnswerCode.values()).extracting(AnswerCode::name).allSatisfy(PagesTest::explained);
        assertThat(ExitCode.values()).extracting(code -> "exit-" + code.code()).allSatisfy(PagesTest::explained);
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(PAGES.mistakes()).isEmpty();
    }

    @Test
    void a_word_may_be_written_in_any_case_and_with_its_kind_before_it() {
        assertThat(text(PAGES, "ma010")).isEqualTo(text(PAGES, "job-never-completes")).isEqualTo(text(PAGES, "rule", "MA010"));
        assertThat(text(PAGES, "5")).isEqualTo(text(PAGES, "exit", "code", "5")).contains("Exit code 5");
        assertThat(text(PAGES, "course", "4")).isEqualTo(text(PAGES, "knowledge", "check", "4"));
    }

    @Test
    void a_word_that_means_two_things_is_explained_as_both() {
        assertThat(PAGES.of(List.of("mtls"))).hasSize(2);
        assertThat(PAGES.of(List.of("need", "mtls"))).hasSize(1);
        assertThat(PAGES.of(List.of("nothing"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "1, istio, Ambient mode is generally available, Ambient mode is no more available",
            "2, linkerd, EWMA, XYZ",
            "4, istio, 100 ms, 250 ms",
            "5, cilium, is beta in 1.19 and 1.20, is stable since 1.21",
            "7, istio, use-waypoint, use-another-waypoint"})
    void the_page_of_a_knowledge_check_changes_with_the_catalogue(int number, String vendor, String now, String then) throws IOException {
        String path = "meshes/" + vendor + "/facts.yaml";
        String facts = Files.readString(Path.of("../rules/catalog", path)).replaceAll("\\s+(?=" + Pattern.quote(now) + ")", " ");
        String check = "check-" + number;
        assertThat(text(PAGES, check)).contains(now).doesNotContain(then);
        assertThat(text(pages(path, facts.replace(now, then)), check)).contains(then).isNotEqualTo(text(PAGES, check));
    }

    @Test
    void the_tree_and_its_numbers_follow_the_catalogue() throws IOException {
        String thresholds = Files.readString(Path.of("../rules/catalog/thresholds.yaml")).replace("value: 20\n", "value: 21.5\n");
        assertThat(text(PAGES, "need", "mtls")).contains("more than 20, assumed (course)");
        assertThat(text(pages("thresholds.yaml", thresholds), "need", "mtls")).contains("more than 21.5, assumed (course)");
    }

    @Test
    void a_text_that_quotes_an_unknown_fact_or_points_nowhere_is_a_mistake() {
        assertThat(mistakes("text: 'Say {istio:no-such-fact}.'\nsee: [gap]")).singleElement().asString()
                .contains("concepts/x.yaml").contains("istio:no-such-fact");
        assertThat(mistakes("text: 'Say {istio:no-such-fact.value}.'")).singleElement().asString().contains("istio:no-such-fact");
        assertThat(mistakes("text: 'Say {istio}.'")).singleElement().asString().contains("brace");
        assertThat(mistakes("text: 'Say.'\nsee: [nowhere]")).singleElement().asString().contains("nowhere");
        assertThat(mistakes("text: 'Say {istio:sidecar-model}.'\nsee: [gap]")).isEmpty();
    }

    @Test
    void a_rule_that_stands_on_an_unknown_fact_is_a_mistake() throws IOException {
        String path = "rules/two-meshes/rule.yaml";
        String rule = Files.readString(Path.of("../rules/catalog", path)).replace("cilium:", "cilium:not-");
        assertThat(pages(path, rule).mistakes()).singleElement().asString().contains(path).contains("cilium:not-");
    }

    @Test
    void nothing_unconfirmed_is_ever_printed() {
        String all = new String(CATALOGUE.library().compiled(), UTF_8);
        assertThat(Pattern.compile("\"mark\":\"([^\"]*)\"").matcher(all).results().map(m -> m.group(1)).distinct())
                .isNotEmpty().isSubsetOf("P", "C", "E", "A");
    }

    @Test
    void something_unconfirmed_would_be_a_mistake() throws IOException {
        String path = "meshes/linkerd/upgrade.yaml";
        String rules = Files.readString(Path.of("../rules/catalog", path)).replaceFirst("mark: P", "mark: U");
        assertThat(pages(path, rules).mistakes()).singleElement().asString().contains("has the mark \"U\"");
    }

    @Test
    void no_page_is_wider_than_the_terminal() {
        for (int columns : List.of(40, 80, 120)) {
            assertThat(all(PAGES, columns).lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
        }
    }

    @Test
    void pages_are_the_same_everywhere() {
        String here = all(PAGES, 80);
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(all(Explain.pages(Knowledge.read()), 80)).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void explained(String word) {
        assertThat(PAGES.of(List.of(word))).as(word).isNotEmpty().allSatisfy(page -> assertThat(page.sections()).as(word).isNotEmpty());
    }

    private static String text(Pages pages, String... words) {
        return pages.of(List.of(words)).stream().map(p -> PageText.of(p, 10_000)).collect(Collectors.joining());
    }

    private static String all(Pages pages, int columns) {
        return pages.topics().stream().map(t -> PageText.of(t.page().get(), columns)).collect(Collectors.joining())
                + PageText.of(pages.words(), columns);
    }

    private static Pages pages(String path, String yaml) {
        return Explain.pages(Catalogue.of(CATALOGUE.library().with(Library.ofYaml(Map.of(path, yaml)))));
    }

    private static List<String> mistakes(String fields) {
        return pages("concepts/x.yaml", "id: x\ntitle: X\nanswers: 0\n" + fields + "\n").mistakes();
    }
}
