package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import meshadvisor.advice.AnswerCode;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Check;
import meshadvisor.catalog.Library;
import meshadvisor.catalog.Need;
import meshadvisor.format.PageText;
import meshadvisor.report.Block.Verbatim;
import meshadvisor.report.Page;
import meshadvisor.report.Pages;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is explained, and that it follows the catalogue. */
@Isolated("sets the default locale")
class PagesTest {

    private static final Catalogue CATALOGUE = Knowledge.read();
    private static final Pages PAGES = Explain.pages(CATALOGUE);

    @ParameterizedTest
    @ValueSource(
            strings = {"sidecar", "ambient", "xds", "mtls", "circuit-breaking", "retries", "break-glass", "needs", "thresholds", "course",
                    "istio", "istio-ambient", "linkerd", "cilium", "check-1", "check-2", "check-3", "check-4", "check-5", "check-6",
                    "check-7", "check-8"})
    void what_was_asked_for_is_explained(String word) {
        assertThat(text(PAGES, word).lines()).hasSizeGreaterThan(4);
    }

    @Test
    void every_rule_need_mesh_answer_and_exit_code_is_explained() {
        List<Rule> rules = Rules.of(CATALOGUE.library()).all();
        assertThat(rules).extracting(Rule::code).isNotEmpty().allSatisfy(PagesTest::explained);
        assertThat(rules).extracting(Rule::id).allSatisfy(PagesTest::explained);
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
            "2, linkerd, failure-accrual on the Service, failure-accrual on the pod",
            "4, istio, 100 ms, 250 ms",
            "5, cilium, is beta in 1.19 and 1.20, is stable since 1.21",
            "7, istio, use-waypoint, use-another-waypoint"})
    void the_page_of_a_knowledge_check_changes_with_the_catalogue(int number, String vendor, String now, String then) {
        String check = "check-" + number;
        assertThat(text(PAGES, check)).contains(now).doesNotContain(then);
        assertThat(text(changed("meshes/" + vendor + "/facts.yaml", now, then), check)).contains(then);
    }

    @Test
    void every_knowledge_check_has_a_page_of_facts_or_a_sample_that_is_there() {
        Path samples = Path.of("../sample-clusters");
        List<Check> checks = CATALOGUE.library().readList("course.yaml", "checks", Check.class);
        assertThat(checks).extracting(Check::number).containsExactly(3, 6, 8);
        assertThat(checks).allSatisfy(check -> assertThat(samples.resolve(check.sample()).resolve(check.answersFile())).exists());
    }

    @Test
    void the_tree_and_its_numbers_follow_the_catalogue() {
        assertThat(text(PAGES, "need", "mtls")).contains("more than 20, assumed (course)");
        assertThat(text(changed("thresholds.yaml", "\"value\":20", "\"value\":21.5"), "need", "mtls"))
                .contains("more than 21.5, assumed (course)");
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
    void a_rule_that_stands_on_an_unknown_fact_is_a_mistake() {
        String path = "rules/two-meshes/rule.yaml";
        assertThat(changed(path, "cilium:", "cilium:not-").mistakes()).singleElement().asString().contains(path).contains("cilium:not-");
    }

    @Test
    void nothing_unconfirmed_is_ever_printed() {
        assertThat(Pattern.compile("\"mark\":\"([^\"]*)\"").matcher(compiled()).results().map(m -> m.group(1)).distinct())
                .isNotEmpty().isSubsetOf("P", "C", "E", "A");
    }

    @Test
    void something_unconfirmed_would_be_a_mistake() {
        assertThat(changed("meshes/linkerd/upgrade.yaml", "\"mark\":\"P\"", "\"mark\":\"U\"").mistakes()).singleElement().asString()
                .contains("has the mark \"U\"");
    }

    @Test
    void no_page_is_wider_than_the_terminal() {
        for (int columns : List.of(80, 120)) {
            assertThat(all(PAGES, columns).lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
        }
    }

    @Test
    void on_a_narrow_terminal_only_manifests_and_commands_stick_out() {
        assertThat(PAGES.topics().stream().map(t -> t.page().get()).filter(PagesTest::canBeWrapped).map(p -> PageText.of(p, 40))
                .flatMap(String::lines)).isNotEmpty().allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
    }

    private static boolean canBeWrapped(Page page) {
        return page.sections().stream().flatMap(s -> s.blocks().stream()).noneMatch(b -> b instanceof Verbatim);
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

    private static String compiled() {
        return new String(CATALOGUE.library().compiled(), UTF_8);
    }

    /** The pages of a catalogue in one document of which a text is replaced; a compiled document is JSON, and so YAML. */
    private static Pages changed(String path, String now, String then) {
        String document = compiled().lines().filter(l -> l.startsWith(path + "\t")).findFirst().orElseThrow();
        assertThat(document).contains(now);
        return pages(path, document.substring(path.length() + 1).replace(now, then));
    }

    private static Pages pages(String path, String yaml) {
        return Explain.pages(Catalogue.of(CATALOGUE.library().with(Library.ofYaml(Map.of(path, yaml)))));
    }

    private static List<String> mistakes(String fields) {
        return pages("concepts/x.yaml", "id: x\ntitle: X\nanswers: 0\n" + fields + "\n").mistakes();
    }
}
